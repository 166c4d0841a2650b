package dev.jcompose.tests.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A second engine of this machine that a test may kill, with a network namespace, data and a
/// socket of its own.
///
/// Closing it stops it, with all its containers, and leaves no process and no mount behind.
final class OwnEngine implements AutoCloseable {
  private static final long SECONDS_TO_STOP = 60;

  private static final List<String> ALONE =
      List.of("unshare", "--net", "sh", "-c", "ip link set lo up; exec \"$@\"", "sh");

  /// An engine without a bridge would take away that of the machine's own.
  private static final String BRIDGE = "jctest0";

  private static final List<String> WITH_A_BRIDGE =
      List.of(
          "sh",
          "-c",
          "ip link add $0 type bridge && ip addr add 192.0.2.1/30 dev $0 && ip link set $0 up"
              + " && exec \"$@\"",
          BRIDGE);

  private final Path folder;
  private final List<String> around;
  private final List<String> more;
  private Process process;

  /// Starts it.
  ///
  /// @param folder for all it writes; a short path, since sockets lie below it
  OwnEngine(Path folder) throws IOException, InterruptedException {
    this(folder, ALONE, List.of());
  }

  private OwnEngine(Path folder, List<String> around, List<String> more)
      throws IOException, InterruptedException {
    this.folder = folder;
    this.around = around;
    this.more = more;
    Files.writeString(folder.resolve("daemon.json"), "{}");
    this.process = launched();
    Eventually.that(socket()::answers);
  }

  /// Starts one that can be reached by TLS as well, in the machine's network namespace; its
  /// containers reach nothing. Only one at a time.
  ///
  /// @param port of the loopback address
  /// @param keys a folder with `ca.pem`, `server.pem` and `server-key.pem`
  static OwnEngine encrypted(Path folder, int port, Path keys)
      throws IOException, InterruptedException {
    return new OwnEngine(
        folder,
        WITH_A_BRIDGE,
        List.of(
            "--host=tcp://127.0.0.1:" + port,
            "--tlsverify",
            "--tlscacert=" + keys.resolve("ca.pem"),
            "--tlscert=" + keys.resolve("server.pem"),
            "--tlskey=" + keys.resolve("server-key.pem"),
            "--bridge=" + BRIDGE,
            "--iptables=false",
            "--ip-forward=false"));
  }

  /// Whether this machine can have one.
  static boolean isPossible() {
    return "root".equals(System.getProperty("user.name"))
        && Stream.of("dockerd", "unshare", "ip", "umount").allMatch(OwnEngine::isThere);
  }

  EngineSocket socket() {
    return new EngineSocket(folder.resolve("docker.sock"));
  }

  /// Kills it and the containerd that it started, without a chance to say farewell. Its containers
  /// go on for now.
  void kill() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    ours().stream()
        .filter(each -> each.info().command().orElse("").endsWith("/containerd"))
        .forEach(OwnEngine::end);
    // Where nobody reaps orphans, the dead would pass for the living.
    Files.deleteIfExists(folder.resolve("exec/containerd/containerd.pid"));
    Files.deleteIfExists(folder.resolve("docker.pid"));
  }

  /// Starts it again, with what it had.
  void restart() throws IOException, InterruptedException {
    process = launched();
    Eventually.that(socket()::answers);
  }

  @Override
  public void close() throws IOException {
    try {
      process.destroy();
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      endTheRest();
      unmountAll();
      if (around.equals(WITH_A_BRIDGE)) {
        new ProcessBuilder("ip", "link", "delete", BRIDGE).start().waitFor();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Process launched() throws IOException {
    List<String> command = new ArrayList<>(around);
    command.addAll(
        List.of(
            "dockerd",
            "--config-file=" + folder.resolve("daemon.json"),
            "--host=" + socket().address(),
            "--pidfile=" + folder.resolve("docker.pid"),
            "--exec-root=" + folder.resolve("exec"),
            "--data-root=" + folder.resolve("data"),
            "--storage-driver=vfs"));
    command.addAll(more);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  /// What it started itself, and that outlives it when it was killed. The folder in a command line
  /// tells whose a process is.
  private void endTheRest() {
    ours().forEach(OwnEngine::end);
  }

  /// Where nobody reaps orphans it goes on to be there, and has ended nevertheless.
  private static void end(ProcessHandle left) {
    left.destroyForcibly();
    var _ = left.onExit().completeOnTimeout(left, 1, TimeUnit.SECONDS).join();
  }

  private List<ProcessHandle> ours() {
    return ProcessHandle.allProcesses()
        .filter(each -> each.info().commandLine().orElse("").contains(folder + "/exec"))
        .toList();
  }

  private void unmountAll() throws IOException, InterruptedException {
    List<String> mounts =
        Files.readAllLines(Path.of("/proc/self/mountinfo")).stream()
            .map(line -> line.split(" ", -1)[4])
            .filter(path -> path.startsWith(folder + "/"))
            .toList();
    for (String mount : mounts.reversed()) {
      new ProcessBuilder("umount", mount).start().waitFor();
    }
  }

  /// Whether that program is on the path.
  static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }
}
