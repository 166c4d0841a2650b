package dev.jcompose.tests.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.wait.strategy.Wait;

/// Has Testcontainers start the Compose file that is its first argument, prints what the container
/// of `web` is called, what it answers through a port, and one of its variables, and ends.
///
/// The second argument is the version of the API that the engine speaks: by itself Testcontainers
/// asks for one that older engines do not know.
final class TestcontainersClient {
  private static final int PORT = 7;

  private TestcontainersClient() {}

  public static void main(String[] arguments) throws Exception {
    System.setProperty("api.version", arguments[1]);
    try (ComposeContainer stack =
        new ComposeContainer(Path.of(arguments[0]).toFile())
            .withPull(false)
            .withEnv("GREETING", "good morning")
            .withExposedService("web", PORT, Wait.forListeningPort())
            .waitingFor("db", Wait.forLogMessage(".*ready.*", 1))) {
      stack.start();
      ContainerState web = stack.getContainerByServiceName("web").orElseThrow();
      System.out.println(web.getContainerInfo().getName());
      System.out.println(
          answer(stack.getServiceHost("web", PORT), stack.getServicePort("web", PORT)));
      System.out.println(web.execInContainer("sh", "-c", "echo $GREETING").getStdout().strip());
    }
  }

  private static String answer(String host, int port) {
    try (Socket socket = new Socket(host, port)) {
      socket.getOutputStream().write("hello\n".getBytes(StandardCharsets.UTF_8));
      byte[] answer = socket.getInputStream().readNBytes("hello".length());
      return new String(answer, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
