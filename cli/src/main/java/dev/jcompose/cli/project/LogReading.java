package dev.jcompose.cli.project;

import dev.jcompose.cli.text.LogPrinter;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ObservedContainer;
import java.util.List;

/// Prints the logs of a project's containers.
///
/// Without following one container is read after the other; following, all at once, and those that
/// start later too.
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

  private List<ObservedContainer> containers(Target target) throws InterruptedException {
    var containers =
        session.engine().containers(target.name()).stream().filter(this::isWanted).toList();
    containers.stream()
        .flatMap(container -> Followed.of(container).stream())
        .forEach(followed -> printer.expect(followed.name()));
    return containers;
  }

  private boolean isWanted(ObservedContainer container) {
    return !container.isOneOff()
        && container.service().filter(this::isWanted).isPresent()
        && (index == 0 || container.number().filter(number -> number == index).isPresent());
  }

  private boolean isWanted(ServiceName service) {
    return services.isEmpty() || services.contains(service);
  }

  private void once(Target target, LogOptions options) throws InterruptedException {
    for (var container : containers(target)) {
      var name = Followed.of(container).map(Followed::name).orElse(container.name());
      session
          .engine()
          .logs(container.id(), options, line -> printer.line(name, line.time(), line.text()));
    }
  }

  private void follow(Target target, LogOptions options) throws InterruptedException {
    try (var follower =
        new Follower(
            session.engine(), target.name(), printer, this::isWanted, this::isWanted, options)) {
      containers(target).forEach(container -> follower.follow(container, options));
      while (follower.isFollowing()) {
        follower.next();
      }
    }
  }
}
