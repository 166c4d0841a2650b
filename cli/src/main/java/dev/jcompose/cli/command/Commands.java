package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.function.Function;

/// All commands by name. Only the one that is called is ever made: picocli takes its time over
/// each.
public final class Commands {
  private static final SequencedMap<String, Entry> ALL = all();

  /// Other names that docker compose knows too; the help text does not tell them.
  private static final Map<String, String> ALIASES = Map.of("convert", "config");

  private record Entry(String summary, Function<Context, Callable<Integer>> make) {}

  private Commands() {}

  private static SequencedMap<String, Entry> all() {
    var all = new LinkedHashMap<String, Entry>();
    all.put("build", new Entry("Build or rebuild images", BuildCommand::new));
    all.put("commit", new Entry("Make an image of a container's files", CommitCommand::new));
    all.put(
        "config", new Entry("Check the files and show them in canonical form", ConfigCommand::new));
    all.put("create", new Entry("Create containers without starting them", CreateCommand::new));
    all.put("down", new Entry("Stop and remove containers and networks", DownCommand::new));
    all.put("events", new Entry("Show what happens to containers", EventsCommand::new));
    all.put(
        "export", new Entry("Write the files of a container as a tar archive", ExportCommand::new));
    all.put("images", new Entry("List the images of containers", ImagesCommand::new));
    all.put("kill", new Entry("Send a signal to containers", KillCommand::new));
    all.put("logs", new Entry("View output from containers", LogsCommand::new));
    all.put("ls", new Entry("List projects", LsCommand::new));
    all.put("pause", new Entry("Freeze containers", PauseCommand::new));
    all.put("plan", new Entry("Show what up would do, and why", PlanCommand::new));
    all.put("port", new Entry("Show where a port is published", PortCommand::new));
    all.put("ps", new Entry("List containers", PsCommand::new));
    all.put("pull", new Entry("Fetch images from their registries", PullCommand::new));
    all.put("restart", new Entry("Stop containers and start them again", RestartCommand::new));
    all.put("rm", new Entry("Remove stopped containers", RmCommand::new));
    all.put("scale", new Entry("Change how many replicas services have", ScaleCommand::new));
    all.put("start", new Entry("Start existing containers", StartCommand::new));
    all.put("stats", new Entry("Show what containers use", StatsCommand::new));
    all.put("stop", new Entry("Stop containers without removing them", StopCommand::new));
    all.put("top", new Entry("List processes", TopCommand::new));
    all.put("unpause", new Entry("Let frozen containers go on", UnpauseCommand::new));
    all.put("up", new Entry("Create and start containers", UpCommand::new));
    all.put("version", new Entry("Show the version", VersionCommand::new));
    all.put("volumes", new Entry("List volumes", VolumesCommand::new));
    all.put("wait", new Entry("Wait until containers have ended", WaitCommand::new));
    return all;
  }

  /// The command of that name.
  public static Optional<Callable<Integer>> make(String name, Context context) {
    return Optional.ofNullable(ALL.get(ALIASES.getOrDefault(name, name)))
        .map(entry -> entry.make.apply(context));
  }

  /// Their names, sorted.
  public static List<String> names() {
    return List.copyOf(ALL.sequencedKeySet());
  }

  /// A line for each, for the help text.
  public static String summaries() {
    var text = new StringBuilder("Commands:\n");
    ALL.forEach((name, entry) -> text.append("  %-9s %s%n".formatted(name, entry.summary)));
    return text.append("\n\"jcompose COMMAND --help\" tells more about a command.\n").toString();
  }
}
