package dev.jcompose.cli;

import dev.jcompose.cli.host.Host;
import dev.jcompose.cli.host.ProcessEnd;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Runs the commands of a part of the program, all in one process, so that the JVM can write down
/// what they load (`-XX:AOTCacheOutput`). Only these: classes in the cache are loaded at every
/// start, needed or not.
///
/// Nothing outside of the project's folder is read or changed, and no engine is asked.
public final class Training {
  /// The ways in which people name a project and its files. The project is found in the current
  /// directory, and has what most projects have, warnings included.
  private static final List<List<String>> LOADS =
      List.of(
          List.of("config", "-q"),
          List.of("-p", "training", "--profile", "tools", "config", "-q"),
          List.of("-f", "compose.yaml", "-f", "compose.override.yaml", "config", "-q"),
          List.of("-f", "nameless.yaml", "config", "-q"),
          List.of("--env-file", "web.env", "--project-directory", ".", "config", "-q"));

  /// By the part of the program that they belong to.
  private static final Map<String, List<List<String>>> CALLS =
      Map.of(
          "start",
          List.of(List.of("version"), List.of("--help")),
          "load",
          List.of(
              List.of("--profile", "tools", "config"),
              List.of("config", "--format", "json"),
              List.of("config", "--services")),
          "look",
          List.of(
              List.of("ps"),
              List.of("-p", "training", "ps", "-a"),
              List.of("ps", "--format", "json"),
              List.of("ps", "-q"),
              List.of("ls"),
              List.of("port", "web", "80"),
              List.of("images"),
              List.of("top"),
              List.of("logs", "--tail", "1", "web"),
              List.of("exec", "-T", "web", "true")),
          "engine",
          List.of(
              List.of("up", "-d", "--dry-run"),
              List.of("plan"),
              List.of("up", "-d", "--wait"),
              List.of("up", "-d"),
              List.of("up", "-d", "--force-recreate", "web"),
              List.of("stop", "web"),
              List.of("start", "web"),
              List.of("restart", "web"),
              List.of("run", "--rm", "-T", "web", "true"),
              List.of("ps"),
              List.of("-p", "training", "ps", "-a"),
              List.of("kill", "web"),
              List.of("rm", "-f", "web"),
              List.of("down", "-v"),
              List.of("create"),
              List.of("-p", "training", "down")));

  /// What Java needs when a library joins texts, but not while it is trained.
  private static final String JOINING = "java.lang.invoke.DirectMethodHandle$1";

  private Training() {}

  /// Takes the name of a part, and the current directory, which has a project, and in which it may
  /// write.
  public static void main(String[] arguments) throws IOException, ClassNotFoundException {
    Main.readClassPath();
    var _ = Class.forName(JOINING);
    var part = arguments[0];
    var folder = Path.of(arguments[1]);
    var calls = Objects.requireNonNull(CALLS.get(part), "no such part");
    switch (part) {
      case "load" -> {
        run(LOADS, folder);
        run(calls, folder);
      }
      case "look" -> withEngine(PracticeEngine.ofProject(), calls, folder);
      case "engine" -> withEngine(new PracticeEngine(), calls, folder);
      default -> run(calls, folder);
    }
    var _ = ProcessEnd.isHeldUp(); // So that it is seen, which an end by it might prevent.
    Runtime.getRuntime().halt(0);
  }

  private static void withEngine(PracticeEngine engine, List<List<String>> calls, Path folder)
      throws IOException {
    try (var _ = PracticeSocket.open(folder.resolve("engine"), engine)) {
      run(LOADS, folder);
      run(calls, folder);
    }
  }

  private static void run(List<List<String>> calls, Path folder) {
    var host = host(folder);
    for (var call : calls) {
      int code = new Cli(host).run(call.toArray(String[]::new));
      if (code != 0) {
        throw new IllegalStateException(call + " ended with " + code);
      }
    }
  }

  /// As {@link Main} makes it, for that is trained as well.
  private static Host host(Path folder) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    SequencedMap<String, String> environment = new TreeMap<>(System.getenv());
    environment
        .keySet()
        .removeIf(name -> name.startsWith("COMPOSE_") || name.startsWith("DOCKER_"));
    environment.put("DOCKER_HOST", "unix://" + folder.resolve("engine"));
    environment.put("HOME", folder.toString());
    environment.put("XDG_STATE_HOME", folder.toString());
    environment.put("KEY", "secret");
    return Main.host(nowhere, nowhere, environment);
  }
}
