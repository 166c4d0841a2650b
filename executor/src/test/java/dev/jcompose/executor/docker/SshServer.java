package dev.jcompose.executor.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

/// A server for ssh on a loopback port, with keys and a configuration of its own, that lets in the
/// user of the test.
final class SshServer implements AutoCloseable {
  private final Path directory;
  private final Process server;

  private SshServer(Path directory, Process server) {
    this.directory = directory;
    this.server = server;
  }

  /// @param directory holds all of its files
  static SshServer start(Path directory) throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    makeKey(directory.resolve("host"));
    makeKey(directory.resolve("user"));
    Files.writeString(
        directory.resolve("server"),
        """
        ListenAddress 127.0.0.1
        Port %1$d
        HostKey %2$s/host
        AuthorizedKeysFile %2$s/user.pub
        PidFile none
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        PermitRootLogin prohibit-password
        StrictModes no
        UsePAM no
        """
            .formatted(port, directory));
    Files.writeString(
        directory.resolve("client"),
        """
        Host there
          HostName 127.0.0.1
          Port %1$d
          IdentityFile %2$s/user
          IdentityAgent none
          UserKnownHostsFile %2$s/known
        """
            .formatted(port, directory));
    String hostKey = Files.readString(directory.resolve("host.pub"));
    Files.writeString(directory.resolve("known"), "[127.0.0.1]:%d %s".formatted(port, hostKey));
    client(directory.resolve("bin"), "-F " + directory.resolve("client"));
    client(
        directory.resolve("stranger"),
        "-F " + directory.resolve("client") + " -o PubkeyAuthentication=no");
    Files.createDirectories(Path.of("/run/sshd")); // Where its child gives up its rights.
    Process server =
        new ProcessBuilder(
                "/usr/sbin/sshd", "-D", "-e", "-f", directory.resolve("server").toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    awaitPort(port, server, directory.resolve("log"));
    return new SshServer(directory, server);
  }

  private static void makeKey(Path file) throws IOException, InterruptedException {
    int exitCode =
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (exitCode != 0) {
      throw new IOException("ssh-keygen failed");
    }
  }

  /// The program `ssh` as a user has it who has configured it so.
  private static void client(Path directory, String options) throws IOException {
    Path program = Files.createDirectories(directory).resolve("ssh");
    Files.writeString(program, "#!/bin/sh\nexec /usr/bin/ssh " + options + " \"$@\"\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void awaitPort(int port, Process server, Path log)
      throws IOException, InterruptedException {
    while (server.isAlive()) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException _) {
        Thread.sleep(20);
      }
    }
    throw new IOException("sshd ended: " + Files.readString(log));
  }

  /// The variables of a user whose ssh knows this server as `there`.
  Map<String, String> environment() {
    return environment("bin");
  }

  /// The same for somebody who has no key to it.
  Map<String, String> strangersEnvironment() {
    return environment("stranger");
  }

  private Map<String, String> environment(String programs) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PATH", directory.resolve(programs) + ":" + System.getenv("PATH"));
    return environment;
  }

  @Override
  public void close() {
    server.destroy();
    var _ = server.onExit().join();
  }
}
