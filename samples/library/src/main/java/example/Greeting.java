package example;

import dev.jcompose.Compose;
import dev.jcompose.DownOptions;
import dev.jcompose.UpOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** Brings the project up, asks it for a greeting, and takes it down again. */
final class Greeting {
  private Greeting() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var compose =
        Compose.files(Path.of("compose.yaml"))
            .projectName("greeting-" + ProcessHandle.current().pid())
            .env("WHOM", arguments.length > 0 ? arguments[0] : "world")
            .takingDown(DownOptions.DEFAULTS.removingVolumes());
    try (var project = compose.load()) {
      project.up(
          UpOptions.DEFAULTS.untilReady(), progress -> System.err.println(progress.describe()));
      var address = project.service("greeter").address(80);
      System.out.println(fetch(URI.create("http://" + address + "/greeting")));
    }
  }

  /** The text at a URL. */
  static String fetch(URI url) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
      return answer.body().strip();
    }
  }
}
