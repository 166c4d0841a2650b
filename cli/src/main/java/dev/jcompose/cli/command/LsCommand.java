package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.text.JsonText;
import dev.jcompose.cli.text.Table;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ls`: the projects on the engine.
@Command(
    name = "ls",
    header = "List projects",
    description = "Lists the projects that run; -a those that do not as well. Needs no files.",
    footer = {
      "Examples:",
      "  jcompose ls -a                       all projects, running or not",
      "  jcompose ls -q --filter name=^shop   names that begin with shop",
      "  jcompose ls --format json            for programs"
    })
final class LsCommand implements Callable<Integer> {
  private static final Table.Spacing SPACING = new Table.Spacing(20, 3);
  private static final String TABLE = "{{.Name}}\t{{.Status}}\t{{.ConfigFiles}}";
  private static final Map<String, String> HEADINGS = Map.of("ConfigFiles", "CONFIG FILES");

  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();

  @Option(
      names = {"-a", "--all"},
      description = "List projects that do not run as well.")
  boolean all;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show names only.")
  boolean quiet;

  @Option(
      names = "--filter",
      paramLabel = "name=PATTERN",
      description = "List projects of that name, or whose names match that regular expression.")
  List<String> filters = new ArrayList<>();

  @Option(names = "--format", paramLabel = "FORM", description = "table, json, or a template.")
  String format = "table";

  LsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var listing = Listing.of(format, HEADINGS, TABLE).spaced(SPACING);
    var wanted = wanted();
    try (var session = new Session(context)) {
      var projects =
          session.engine().access().containers().stream()
              .filter(container -> all || container.status().isUp())
              .filter(container -> wanted.test(project(container)))
              .collect(
                  Collectors.groupingBy(LsCommand::project, TreeMap::new, Collectors.toList()));
      if (quiet) {
        projects.keySet().forEach(context::print);
        return ExitCode.OK;
      }
      var rows = new ArrayList<SequencedMap<String, Object>>();
      projects.forEach((name, containers) -> rows.add(row(name, containers)));
      if (listing.isJson()) {
        context.print(JsonText.of(rows));
      } else {
        listing.print(context, rows);
      }
    }
    return ExitCode.OK;
  }

  /// Several filters are alternatives.
  private Predicate<String> wanted() {
    var patterns = filters.stream().map(LsCommand::pattern).toList();
    return name ->
        patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matcher(name).find());
  }

  private static Pattern pattern(String filter) {
    if (!filter.startsWith("name=")) {
      throw new CommandFailure("invalid filter \"" + filter + "\": use name=PATTERN");
    }
    try {
      return Pattern.compile(filter.substring("name=".length()));
    } catch (PatternSyntaxException e) {
      throw new CommandFailure(
          "invalid filter \""
              + filter
              + "\": "
              + e.getDescription()
              + " in the regular expression");
    }
  }

  private static String project(ObservedContainer container) {
    return container.label(Labels.PROJECT).orElse("");
  }

  private static SequencedMap<String, Object> row(String name, List<ObservedContainer> containers) {
    var states =
        containers.stream()
            .collect(
                Collectors.groupingBy(
                    container -> container.status().state().word(),
                    TreeMap::new,
                    Collectors.counting()));
    var files =
        containers.stream()
            .flatMap(container -> container.label(Labels.CONFIG_FILES).stream())
            .flatMap(list -> Arrays.stream(list.split(",")))
            .distinct()
            .collect(Collectors.joining(","));
    var status = new StringJoiner(", ");
    states.forEach((state, count) -> status.add(state + "(" + count + ")"));
    var row = new LinkedHashMap<String, Object>();
    row.put("Name", name);
    row.put("Status", status.toString());
    row.put("ConfigFiles", files.isEmpty() ? "N/A" : files);
    return row;
  }
}
