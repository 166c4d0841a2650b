package dev.jcompose.executor.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/// A registry of images on a loopback port, which only lets in the one user it knows.
final class LocalRegistry implements AutoCloseable {
  static final String USER = "tester";
  static final String PASSWORD = "sesame";

  private static final String KNOWN =
      USER + ":$2y$05$abcdefghijklmnopqrstuuKcS.CYWVYVaLiiCKrrc0A5s3mGesJ9O\n";

  private final String host;
  private final Process server;

  private LocalRegistry(String host, Process server) {
    this.host = host;
    this.server = server;
  }

  /// @param directory holds all of its files
  static LocalRegistry start(Path directory) throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Files.writeString(directory.resolve("users"), KNOWN);
    Files.writeString(
        directory.resolve("config.yml"),
        """
        version: 0.1
        log: {level: warn}
        storage: {filesystem: {rootdirectory: %1$s/data}}
        http: {addr: "127.0.0.1:%2$d"}
        auth: {htpasswd: {realm: test, path: %1$s/users}}
        """
            .formatted(directory, port));
    Process server =
        new ProcessBuilder("docker-registry", "serve", directory.resolve("config.yml").toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    while (server.isAlive()) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return new LocalRegistry("127.0.0.1:" + port, server);
      } catch (IOException _) {
        Thread.sleep(20);
      }
    }
    throw new IOException("it ended: " + Files.readString(directory.resolve("log")));
  }

  /// As it stands before the names of its images.
  String host() {
    return host;
  }

  /// What `docker login` notes of that user.
  static String login(String user, String password) {
    String pair = user + ":" + password;
    return "{\"auth\":\"%s\"}"
        .formatted(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    server.destroy();
    var _ = server.onExit().join();
  }
}
