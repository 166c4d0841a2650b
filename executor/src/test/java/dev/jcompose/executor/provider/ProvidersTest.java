package dev.jcompose.executor.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jcompose.executor.Projects;
import dev.jcompose.model.Project;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.Planner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Providers that are shell scripts.
@Timeout(60)
class ProvidersTest {
  private static final Project PROJECT =
      Projects.of(
          """
          services:
            my-db:
              provider:
                type: cloud
                options: {size: 10, name: [a, b]}
            web:
              image: busybox
              environment: {MY-DB_URL: mine, OWN: "1"}
              depends_on: [my-db]
            log:
              image: busybox
              depends_on: [web]
          """);

  @TempDir Path folder;
  private final List<String> events = new ArrayList<>();

  private void script(String name, String text) throws IOException {
    new Programs(folder).script(name, text);
  }

  private InstalledPrograms programs() {
    return new Programs(folder).installed();
  }

  private Project up() throws ProviderException, InterruptedException {
    return new Providers(programs())
        .up(PROJECT, Planner.providers(PROJECT, PlanOptions.Up.DEFAULTS), this::note);
  }

  private void note(ProviderEvent event) {
    events.add(event.toString());
  }

  private static Map<String, Optional<String>> environment(Project project, String service) {
    return project.service(new ServiceName(service)).orElseThrow().execution().environment();
  }

  private List<String> calls() throws IOException {
    return new Programs(folder).calls();
  }

  @Test
  void variablesReachThoseWhoDependOnItDirectly() throws Exception {
    script(
        "bin/cloud",
        """
        echo "$* for $COMPOSE_PROJECT_NAME" >> calls
        [ "$2" = metadata ] && exit 1
        echo '{"type": "info", "message": "hello"}'
        echo '{"type": "debug", "message": "psst"}'
        echo '{"type": "setenv", "message": "URL=http://db?a=b"}'
        echo '{"type": "rawsetenv", "message": "TOKEN=x"}'
        """);
    var project = up();
    assertThat(environment(project, "web"))
        .containsEntry("MY-DB_URL", Optional.of("http://db?a=b"))
        .containsEntry("TOKEN", Optional.of("x"))
        .containsEntry("OWN", Optional.of("1"));
    assertThat(environment(project, "log")).isEmpty();
    assertThat(calls())
        .containsExactly(
            "compose metadata for shop",
            "compose --project-name=shop up --name=a --name=b --size=10 my-db for shop");
    assertThat(events)
        .containsExactly(
            "Started[service=my-db, action=UP]",
            "Told[service=my-db, text=hello]",
            "Done[service=my-db, action=UP]");
  }

  @Test
  void metadataSaysWhichOptionsACommandTakes() throws Exception {
    script(
        "bin/cloud",
        """
        echo "$*" >> calls
        [ "$2" = metadata ] && echo '{"up": {"parameters": [{"name": "size", "required": true}]}}'
        exit 0
        """);
    var _ = up();
    assertThat(calls().getLast()).isEqualTo("compose --project-name=shop up --size=10 my-db");
  }

  @Test
  void anOptionThatIsNeededMustBeThere() throws Exception {
    script(
        "bin/cloud",
        """
        echo '{"up": {"parameters": [{"name": "region", "required": true}]}}'
        """);
    assertThatThrownBy(this::up).hasMessage("provider of my-db: it needs the options region");
  }

  @Test
  void anErrorEndsItInItsOwnWords() throws Exception {
    script(
        "bin/cloud",
        "[ \"$2\" = metadata ] && exit; echo '{\"type\": \"error\", \"message\": \"no quota\"}';"
            + " sleep 1000");
    assertThatThrownBy(this::up).hasMessage("provider of my-db: no quota");
  }

  @Test
  void aFailureIsToldWithItsLastWords() throws Exception {
    script("bin/cloud", "echo oops >&2; exit 3");
    assertThatThrownBy(this::up).hasMessage("provider of my-db: exit status 3: oops");
  }

  @Test
  void otherWordsAreAnError() throws Exception {
    script("bin/cloud", "[ \"$2\" = metadata ] || echo hello");
    assertThatThrownBy(this::up)
        .hasMessage("provider of my-db: it said what no provider may say: hello");
  }

  @Test
  void aPluginOfDockerGoesFirst() throws Exception {
    script("bin/cloud", "exit 1");
    script(".docker/cli-plugins/docker-cloud", "exit 0");
    assertThat(programs().find("cloud"))
        .contains(folder.resolve(".docker/cli-plugins/docker-cloud"));
    assertThat(programs().find("other")).isEmpty();
  }

  @Test
  void aStopIsForThoseThatOfferIt() throws Exception {
    script("bin/cloud", "echo \"$*\" >> calls");
    var services = Planner.providers(PROJECT, new PlanOptions.Stop(List.of(), Optional.empty()));
    new Providers(programs()).stop(PROJECT, services, this::note);
    assertThat(calls()).containsExactly("compose metadata");
    script(
        "bin/cloud",
        """
        echo "$*" >> calls
        [ "$2" = metadata ] && echo '{"stop": {}}'
        exit 0
        """);
    new Providers(programs()).stop(PROJECT, services, this::note);
    assertThat(calls().getLast())
        .isEqualTo("compose --project-name=shop stop --name=a --name=b --size=10 my-db");
  }

  @Test
  void anInterruptEndsTheProgram() throws Exception {
    script(
        "bin/cloud",
        """
        [ "$2" = metadata ] && exit 0
        echo '{"type": "info", "message": "'$$'"}'
        sleep 1000
        """);
    var said = new CountDownLatch(1);
    var pid = new ArrayList<Long>();
    var thread =
        new Thread(() -> {
          try {
            var _ =
                new Providers(programs())
                    .up(
                        PROJECT,
                        Planner.providers(PROJECT, PlanOptions.Up.DEFAULTS),
                        event -> {
                          if (event instanceof ProviderEvent.Told(_, String text)) {
                            pid.add(Long.valueOf(text));
                            said.countDown();
                          }
                        });
          } catch (ProviderException | InterruptedException e) {
            events.add(e.getClass().getSimpleName());
          }
        });
    thread.start();
    said.await();
    thread.interrupt();
    assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
    assertThat(events).containsExactly("InterruptedException");
    ProcessHandle.of(pid.getFirst()).ifPresent(process -> process.onExit().join());
  }
}
