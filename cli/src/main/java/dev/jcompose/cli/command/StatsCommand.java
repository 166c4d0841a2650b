package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Measurements;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.cli.text.Sizes;
import dev.jcompose.executor.access.Usage;
import dev.jcompose.planner.ObservedContainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `stats`: what containers use of the machine.
@Command(
    name = "stats",
    header = "Show what containers use",
    description = {
      "Shows shares of processors and memory, and traffic with networks and disks, again every",
      "second until Ctrl-C. Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose stats                                                  again every second",
      "  jcompose stats --no-stream web                                  once, and only web",
      "  jcompose stats --no-stream --format '{{.Name}} {{.MemUsage}}'   in a form of your own"
    })
final class StatsCommand implements Callable<Integer> {
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final String CLEAR = "\u001b[H\u001b[J";
  private static final String TABLE =
      "{{.ID}}\t{{.Name}}\t{{.CPUPerc}}\t{{.MemUsage}}\t{{.MemPerc}}\t{{.NetIO}}\t{{.BlockIO}}\t{{.PIDs}}";
  private static final Map<String, String> HEADINGS =
      Map.of(
          "ID", "CONTAINER ID",
          "CPUPerc", "CPU %",
          "MemUsage", "MEM USAGE / LIMIT",
          "MemPerc", "MEM %",
          "NetIO", "NET I/O",
          "BlockIO", "BLOCK I/O");

  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(
      names = {"-a", "--all"},
      description = "Show containers that do not run as well.")
  boolean all;

  @Option(names = "--no-stream", description = "Show it once.")
  boolean once;

  @Option(names = "--no-trunc", description = "Do not shorten ids.")
  boolean whole;

  @Option(names = "--format", paramLabel = "FORM", description = "table, json, or a template.")
  String format = "table";

  StatsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var listing = Listing.of(format, HEADINGS, TABLE);
    var target = Target.of(context, services.services());
    try (var session = new Session(context);
        var measurements =
            new Measurements(
                session.engine(),
                target.name(),
                container -> services.include(container) && (all || container.status().isUp()))) {
      if (once) {
        show(listing, measurements.once());
        return ExitCode.OK;
      }
      return follow(listing, measurements);
    }
  }

  /// Shows it until there is nothing left to show.
  private int follow(Listing listing, Measurements measurements) throws InterruptedException {
    boolean redraws = context.host().screen().outputIsTerminal() && !listing.isJson();
    var now = measurements.latest();
    if (now.isEmpty()) {
      throw new CommandFailure("no container to measure");
    }
    while (!now.isEmpty()) {
      if (redraws) {
        context.host().streams().out().print(CLEAR);
      }
      show(listing, now);
      Thread.sleep(PERIOD);
      now = measurements.latest();
    }
    return ExitCode.OK;
  }

  private void show(Listing listing, SequencedMap<ObservedContainer, Optional<Usage>> measured) {
    var rows = new ArrayList<SequencedMap<String, Object>>();
    measured.forEach((container, usage) -> rows.add(row(container, usage)));
    listing.print(context, rows);
  }

  private SequencedMap<String, Object> row(ObservedContainer container, Optional<Usage> usage) {
    var row = new LinkedHashMap<String, Object>();
    row.put("BlockIO", pair(usage.map(Usage::read), usage.map(Usage::written)));
    row.put("CPUPerc", percent(usage.map(Usage::cpu)));
    row.put("Container", container.id().value());
    row.put("ID", whole ? container.id().value() : container.id().brief());
    row.put("MemPerc", percent(usage.map(Usage::memoryShare)));
    row.put(
        "MemUsage",
        usage
            .map(used -> Sizes.binary(used.memory()) + " / " + Sizes.binary(used.memoryLimit()))
            .orElse("-- / --"));
    row.put("Name", container.name());
    row.put("NetIO", pair(usage.map(Usage::received), usage.map(Usage::sent)));
    row.put("PIDs", usage.map(used -> Long.toString(used.processes())).orElse("--"));
    return row;
  }

  private static String percent(Optional<Double> share) {
    return share.map(value -> String.format(Locale.ROOT, "%.2f%%", value)).orElse("--");
  }

  private static String pair(Optional<Long> in, Optional<Long> out) {
    return in.map(Sizes::decimal).orElse("--") + " / " + out.map(Sizes::decimal).orElse("--");
  }
}
