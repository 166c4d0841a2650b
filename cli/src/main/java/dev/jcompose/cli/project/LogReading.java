package dev.jcompose.cli.project;

import dev.jcompose.cli.text.LogPrinter;
import dev.jcompose.executor.ExitWatch;
import dev.jcompose.executor.LogFollower;
import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.executor.MergedLogs;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ObservedContainer;
import java.util.List;

/// Prints the logs of a project's containers.
///
/// Without following they are merged by time; following, lines come as they are written, also those
/// of containers that start later.
public final class LogReading {
  private final Session session;
  private final LogPrinter printer;
  private final List<ServiceName> services;
  private final int index;

  /// @param services empty: all
  /// @param index only the replica of that number; 0: all
  public LogReading(
      Session session, Attachment.LogForm form, List<ServiceName> services, int index) {
    this.session = session;
    this.printer = form.printer(session.context());
    this.services = List.copyOf(services);
    this.index = index;
  }

  /// Prints them.
  public void read(Target target, LogOptions options) throws InterruptedException {
    if (options.follow()) {
      follow(target, options);
    } else {
      once(target, options);
    }
  }

  private boolean isWanted(ObservedContainer container) {
    return !container.isOneOff()
        && !container.isHook()
        && container.service().filter(this::isWanted).isPresent()
        && (index == 0 || container.number().filter(number -> number == index).isPresent());
  }

  private boolean isWanted(ServiceName service) {
    return services.isEmpty() || services.contains(service);
  }

  private void print(ObservedContainer container, LogLine line) {
    printer.line(LogNames.of(container), line.time(), line.text());
  }

  private void once(Target target, LogOptions options) throws InterruptedException {
    var containers =
        session.engine().containers(target.name()).stream().filter(this::isWanted).toList();
    containers.forEach(container -> printer.expect(LogNames.of(container)));
    new MergedLogs(session.engine()).read(containers, options, this::print);
  }

  private void follow(Target target, LogOptions options) throws InterruptedException {
    var names =
        new ExitWatch.Listener() {
          @Override
          public void found(ObservedContainer container) {
            printer.expect(LogNames.of(container));
          }
        };
    try (var follower =
        LogFollower.open(
            session.engine(), target.name(), this::isWanted, options, this::print, names)) {
      follower.awaitEnd();
    }
  }
}
