package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.cli.text.Table;
import dev.jcompose.executor.access.ProcessTable;
import dev.jcompose.model.Orders;
import dev.jcompose.planner.ObservedContainer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `top`: the processes in the containers.
@Command(
    name = "top",
    header = "List the processes in containers",
    description = {
      "Lists the processes in the containers that run.",
      "Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose top       processes of all services",
      "  jcompose top web   processes of web"
    })
final class TopCommand implements Callable<Integer> {
  private static final Table.Spacing SPACING = new Table.Spacing(4, 2);
  private static final Comparator<ObservedContainer> ORDER =
      Orders.inTurn(
          Orders.by((ObservedContainer container) ->
              container.service().map(Object::toString).orElse("")),
          Orders.by(container -> container.number().orElse(0)));

  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  TopCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var target = Target.of(context, services.services());
    try (var session = new Session(context)) {
      var running =
          session.engine().containers(target.name()).stream()
              .filter(container -> container.status().isRunning())
              .filter(services::include)
              .sorted(ORDER)
              .toList();
      var tables = new LinkedHashMap<ObservedContainer, ProcessTable>();
      for (var container : running) {
        tables.put(container, session.engine().access().processes(container.id()));
      }
      if (!tables.isEmpty()) {
        context.host().streams().out().print(table(tables));
      }
    }
    return ExitCode.OK;
  }

  /// One table for all, though each engine's machine may know other columns.
  private static Table table(SequencedMap<ObservedContainer, ProcessTable> tables) {
    SequencedSet<String> titles = new LinkedHashSet<>(List.of("SERVICE", "#"));
    tables.values().forEach(table -> titles.addAll(table.titles()));
    var all = new Table(SPACING, titles.toArray(String[]::new));
    tables.forEach((container, table) -> {
      for (var row : table.rows()) {
        var cells = new ArrayList<String>();
        cells.add(container.service().map(Object::toString).orElse(""));
        cells.add(container.number().map(Object::toString).orElse(""));
        titles.stream()
            .skip(cells.size())
            .map(title -> table.titles().indexOf(title))
            .forEach(
                column -> cells.add(column < 0 || column >= row.size() ? "-" : row.get(column)));
        all.add(cells);
      }
    });
    return all;
  }
}
