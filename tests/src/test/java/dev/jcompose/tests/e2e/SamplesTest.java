package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.planner.PublishedPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The samples come up and do what their README lines say.
@NeedsEngine
@ExtendWith(EngineParameter.class)
final class SamplesTest {
  @Test
  void wordpressAnswersKeepsItsDataAndForgetsItWhenTold(Engine engine)
      throws InterruptedException, IOException {
    try (TestProject project = new TestProject(sample("wordpress"), engine).keepingItsImages()) {
      project.variable("WORDPRESS_PORT", "0");
      project.jcompose("up", "--wait").ok();
      assertThat(page(project, "wordpress", "/")).contains("WordPress");
      assertThat(page(project, "wordpress", "/wp-admin/install.php")).contains("Site Title");
      assertThat(project.jcompose("plan").ok().out()).contains("Nothing to do");

      install(project);
      assertThat(page(project, "wordpress", "/")).contains("A blog for a test");

      project.jcompose("down").ok();
      assertThat(project.containers()).isEmpty();
      project.jcompose("up", "--wait").ok();
      assertThat(page(project, "wordpress", "/"))
          .as("the data is still there")
          .contains("A blog for a test");

      project.jcompose("down", "-v").ok();
      project.jcompose("up", "--wait").ok();
      assertThat(page(project, "wordpress", "/"))
          .as("the data is gone")
          .doesNotContain("A blog for a test");
    }
  }

  @Test
  void wordpressKeepsItsDatabaseToItself(Engine engine) throws InterruptedException {
    try (TestProject project = new TestProject(sample("wordpress"), engine).keepingItsImages()) {
      project.variable("WORDPRESS_PORT", "0");
      project.jcompose("up", "--no-start").ok();
      var database =
          project.containers().stream()
              .filter(container -> container.name().endsWith("-db-1"))
              .findFirst()
              .orElseThrow();
      assertThat(database.endpoints()).containsOnlyKeys(project.name() + "_backend");
      assertThat(database.ports()).allMatch(port -> port.published().isEmpty());
    }
  }

  @Test
  void notesKeepsWhatIsWrittenAndItsMaintainerReadsIt(Engine engine)
      throws InterruptedException, IOException {
    try (TestProject project = new TestProject(sample("notes"), engine)) {
      project.variable("NOTES_PORT", "0");
      project.jcompose("up", "-d", "--wait").ok();
      assertThat(page(project, "web", "/cgi-bin/notes")).contains("The notice board");
      assertThat(page(project, "web", "/style.css")).contains("honeydew");
      write(project, "Milk is out");
      assertThat(page(project, "web", "/cgi-bin/notes")).contains("Milk is out");

      project.jcompose("--profile", "debug", "up", "-d").ok();
      Eventually.that(() -> logs(project, "watch").contains("Milk is out"));
      project.jcompose("--profile", "debug", "down").ok();
      project.jcompose("up", "-d", "--wait").ok();
      assertThat(page(project, "web", "/cgi-bin/notes")).contains("Milk is out");
    }
  }

  private static void write(TestProject project, String note)
      throws InterruptedException, IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address(project, "web", "/cgi-bin/notes"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("note=" + note.replace(' ', '+')))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var _ = client.send(request, BodyHandlers.ofString());
    }
  }

  private static String logs(TestProject project, String service) {
    try {
      return project.jcompose("--profile", "debug", "logs", service).ok().out();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Test
  void helloAnswers(Engine engine) throws InterruptedException {
    try (TestProject project = new TestProject(sample("hello"), engine)) {
      project.jcompose("up", "-d").ok();
      assertThat(project.containers()).isNotEmpty();
    }
  }

  private static Path sample(String name) {
    // Maven runs tests in their module's folder, others in the repository's.
    Path samples = Path.of(Files.isDirectory(Path.of("samples")) ? "samples" : "../samples");
    return samples.resolve(name).toAbsolutePath().normalize();
  }

  private static void install(TestProject project) throws InterruptedException, IOException {
    String form =
        "weblog_title=A+blog+for+a+test&user_name=tester&admin_password=Correct-Horse-1"
            + "&admin_password2=Correct-Horse-1&pw_weak=on&admin_email=tester%40example.com"
            + "&blog_public=0&Submit=Install+WordPress&language=";
    HttpRequest request =
        HttpRequest.newBuilder(address(project, "wordpress", "/wp-admin/install.php?step=2"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(Duration.ofMinutes(2))
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, BodyHandlers.ofString()).body()).contains("Success");
    }
  }

  private static String page(TestProject project, String service, String path)
      throws InterruptedException, IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address(project, service, path))
            .timeout(Duration.ofMinutes(1))
            .build();
    try (HttpClient client = HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build()) {
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  private static URI address(TestProject project, String service, String path)
      throws InterruptedException {
    int port =
        project.containers().stream()
            .filter(container -> container.name().contains("-" + service + "-"))
            .flatMap(container -> container.ports().stream())
            .flatMap((PublishedPort published) -> published.published().stream())
            .findFirst()
            .orElseThrow();
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
