package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.model.Project;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ContainerStatus.State;
import dev.jcompose.planner.ObservedContainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ps`: the containers of the project.
@Command(
    name = "ps",
    header = "List containers",
    description = {
      "Lists the containers that run; -a those that do not as well, and one-off ones.",
      "Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose ps -a                                              all containers, running or not",
      "  jcompose ps -q web                                          the ids of web's containers",
      "  jcompose ps --format json                                   a JSON object a line",
      "  jcompose ps --format 'table {{.Name}}\\t{{.Label \"team\"}}'   in a form of your own"
    })
final class PsCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(
      names = {"-a", "--all"},
      description = "List containers that do not run, and one-off ones, as well.")
  boolean all;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show ids only.")
  boolean quiet;

  @Option(names = "--services", description = "Show names of services only.")
  boolean onlyServices;

  @Option(
      names = "--status",
      paramLabel = "STATE",
      description =
          "List containers in this state: paused, restarting, removing, running, dead, created"
              + " or exited; may be given several times.")
  List<String> states = new ArrayList<>();

  @Option(names = "--filter", paramLabel = "status=STATE", description = "The same as --status.")
  @Nullable String filter;

  @Option(
      names = "--orphans",
      arity = "0..1",
      paramLabel = "BOOL",
      fallbackValue = "true",
      defaultValue = "true",
      description = "List containers of services that are not in the files as well; on by default.")
  boolean orphans = true;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      description = "table, json, or a template: '{{.Name}} {{.Ports}}'.")
  String format = "table";

  @Option(names = "--no-trunc", description = "Do not shorten ids and commands.")
  boolean whole;

  PsCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var listing = Listing.of(format, PsRows.HEADINGS, PsRows.TABLE);
    var wanted = wantedStates();
    var target = Target.of(context, services.services());
    try (var session = new Session(context)) {
      var found =
          session.engine().containers(target.name()).stream()
              .filter(container -> isWanted(container, target, wanted))
              .toList();
      print(listing, found);
    }
    return ExitCode.OK;
  }

  private List<State> wantedStates() {
    var words = new ArrayList<>(states);
    if (filter != null) {
      if (!filter.contains("=")) {
        throw new CommandFailure("arguments to --filter should be in form KEY=VAL");
      }
      if (!filter.startsWith("status=")) {
        throw new CommandFailure(
            "unknown filter \"" + filter.substring(0, filter.indexOf('=')) + "\": use status");
      }
      words.add(filter.substring("status=".length()));
    }
    return words.stream().map(PsCommand::state).toList();
  }

  private static State state(String word) {
    return Arrays.stream(State.values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new CommandFailure(
                "unknown state \""
                    + word
                    + "\": use one of "
                    + Arrays.stream(State.values())
                        .map(State::word)
                        .collect(Collectors.joining(", "))));
  }

  private boolean isWanted(ObservedContainer container, Target target, List<State> wanted) {
    var service = container.service();
    boolean named =
        services.names.isEmpty() || service.filter(services.services()::contains).isPresent();
    boolean known =
        orphans
            || target.files().isEmpty()
            || service.filter(name -> knows(target.files().get(), name)).isPresent();
    return named && known && hasWantedState(container, wanted);
  }

  private static boolean knows(Project project, ServiceName name) {
    return project.services().containsKey(name) || project.disabledServices().containsKey(name);
  }

  private boolean hasWantedState(ObservedContainer container, List<State> wanted) {
    var state = container.status().state();
    if (!wanted.isEmpty()) {
      return wanted.contains(state);
    }
    return all || (container.status().isUp() && !container.isOneOff() && !container.isHook());
  }

  private void print(Listing listing, List<ObservedContainer> found) {
    var rows =
        new PsRows(
            context.host().clock().instant(), whole ? PsRows.Width.WHOLE : PsRows.Width.SHORT);
    if (quiet) {
      found.forEach(container -> context.print(container.id().value()));
    } else if (onlyServices) {
      found.stream()
          .flatMap(container -> container.service().stream())
          .distinct()
          .forEach(service -> context.print(service.value()));
    } else {
      listing.print(context, found.stream().map(rows::row).toList());
    }
  }
}
