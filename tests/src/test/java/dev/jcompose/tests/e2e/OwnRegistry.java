package dev.jcompose.tests.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// A registry on a loopback port that speaks TLS, with a certificate of its own making, and lets in
/// the one user it knows.
final class OwnRegistry implements AutoCloseable {
  private static final String KNOWN =
      "tester:$2y$05$abcdefghijklmnopqrstuuKcS.CYWVYVaLiiCKrrc0A5s3mGesJ9O\n";

  private final Path folder;
  private final String host;
  private final Process server;

  private OwnRegistry(Path folder, String host, Process server) {
    this.folder = folder;
    this.host = host;
    this.server = server;
  }

  /// @param folder holds all of its files
  static OwnRegistry start(Path folder) throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    new Program(List.of("openssl", "req", "-x509", "-newkey", "ec"))
        .run(
            folder,
            Map.of(),
            "-pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout key.pem -out certificate.pem"
                .concat(" -days 2 -subj /CN=registry -addext subjectAltName=IP:127.0.0.1")
                .split(" "))
        .ok();
    String host = "127.0.0.1:" + port;
    Files.writeString(folder.resolve("users"), KNOWN);
    Files.writeString(
        folder.resolve("config.yml"),
        """
        version: 0.1
        log: {level: warn}
        storage: {filesystem: {rootdirectory: %1$s/data}}
        http: {addr: "%2$s", tls: {certificate: %1$s/certificate.pem, key: %1$s/key.pem}}
        auth: {htpasswd: {realm: test, path: %1$s/users}}
        """
            .formatted(folder, host));
    String pair =
        Base64.getEncoder().encodeToString("tester:sesame".getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        folder.resolve("config.json"),
        "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(host, pair));
    Process server =
        new ProcessBuilder("docker-registry", "serve", folder.resolve("config.yml").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    while (server.isAlive()) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return new OwnRegistry(folder, host, server);
      } catch (IOException _) {
        Thread.sleep(20);
      }
    }
    throw new IOException("it ended: " + Files.readString(folder.resolve("log")));
  }

  /// As it stands before the names of what is in it.
  String host() {
    return host;
  }

  /// The variables by which programs believe its certificate, and know its user.
  Map<String, String> variables() {
    return Map.of(
        "SSL_CERT_FILE",
        folder.resolve("certificate.pem").toString(),
        "DOCKER_CONFIG",
        folder.toString());
  }

  @Override
  public void close() {
    server.destroy();
    var _ = server.onExit().join();
  }
}
