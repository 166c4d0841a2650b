package dev.jcompose.spec.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A git repository that is served on the loopback interface.
final class GitServer implements AutoCloseable {
  private final Path repository;
  private final int port;
  private final Process daemon;

  GitServer(Path folder) throws IOException, InterruptedException {
    this.repository = folder.resolve("x.git");
    Files.createDirectories(repository);
    git("init", "--quiet", "--initial-branch=main", ".");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    this.daemon =
        new ProcessBuilder(
                "git",
                "daemon",
                "--verbose",
                "--log-destination=stderr",
                "--export-all",
                "--listen=127.0.0.1",
                "--port=" + port,
                "--base-path=" + folder,
                folder.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader log = daemon.inputReader();
    String line = log.readLine();
    while (line != null && !line.contains("Ready to rumble")) {
      line = log.readLine();
    }
    Thread.ofVirtual().start(() -> discard(log));
  }

  /// Until the daemon has ended.
  private static void discard(BufferedReader log) {
    try (log) {
      log.transferTo(Writer.nullWriter());
    } catch (IOException _) {
      return;
    }
  }

  static boolean isPossible() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException | InterruptedException _) {
      return false;
    }
  }

  /// What a reference to it begins with.
  String address() {
    return "git://127.0.0.1:" + port + "/x.git";
  }

  /// Writes a file, to be part of the next commit.
  void file(String name, String text) throws IOException {
    Path file = repository.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  void link(String name, Path target) throws IOException {
    Files.createSymbolicLink(repository.resolve(name), target);
  }

  /// Commits all files, and gives the commit.
  String commit() throws IOException, InterruptedException {
    git("add", "--all");
    git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "-qm", "change");
    return git("rev-parse", "HEAD");
  }

  /// Runs git in the repository.
  String git(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("git"));
    words.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(words).directory(repository.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(words + ": " + output);
    }
    return output.strip();
  }

  @Override
  public void close() {
    daemon.descendants().forEach(ProcessHandle::destroyForcibly);
    // It ends with the process that listens, whose port may take a connection until then.
    daemon.onExit().completeOnTimeout(daemon, 5, TimeUnit.SECONDS).join();
    daemon.destroyForcibly();
  }
}
