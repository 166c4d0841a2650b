package dev.jcompose.cli.project;

import dev.jcompose.cli.text.JsonText;
import dev.jcompose.cli.text.LogLevel;
import dev.jcompose.cli.text.LogPrinter;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.ExitWatch;
import dev.jcompose.executor.LogFollower;
import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogListener;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.executor.LogPosition;
import dev.jcompose.executor.MergedLogs;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ObservedContainer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Prints the logs of a project's containers: what is there merged by time, and then, if they are
/// followed, lines as they are written, also those of containers that start later.
public final class LogReading {
  private final Session session;
  private final Attachment.LogForm form;
  private final LogPrinter printer;
  private final Selection selection;
  private final Look look;
  private final LogFilter filter;
  private final Map<ContainerId, LogPosition> positions = new HashMap<>();
  private final Set<ContainerId> failed = new HashSet<>();

  /// Whose logs are read.
  ///
  /// @param services empty: all
  /// @param index only the replica of that number; 0: all
  public record Selection(List<ServiceName> services, int index) {
    public Selection {
      services = List.copyOf(services);
    }

    boolean has(ObservedContainer container) {
      return !container.isOneOff()
          && !container.isHook()
          && container.service().filter(this::has).isPresent()
          && (index == 0 || container.number().filter(number -> number == index).isPresent());
    }

    private boolean has(ServiceName service) {
      return services.isEmpty() || services.contains(service);
    }
  }

  /// What becomes of a line.
  public enum Look {
    TEXT,
    /// An object of JSON for each.
    JSON
  }

  public LogReading(
      Session session,
      Attachment.LogForm form,
      Selection selection,
      Look look,
      LogFilter.Rules rules) {
    this.session = session;
    this.form = form;
    this.printer = form.printer(session.context());
    this.selection = selection;
    this.look = look;
    this.filter = new LogFilter(rules);
  }

  /// Prints them.
  ///
  /// @param options asking for times
  public void read(Target target, LogOptions options) throws InterruptedException {
    var containers =
        session.engine().containers(target.name()).stream().filter(selection::has).toList();
    if (containers.isEmpty() && selection.index() > 0) {
      throw new CommandFailure(
          "service \"%s\" has no container %d"
              .formatted(selection.services().getFirst(), selection.index()));
    }
    containers.forEach(container -> printer.expect(LogNames.of(container)));
    new MergedLogs(session.engine()).read(containers, options, new Printing(target));
    if (options.follow()) {
      follow(target, options);
    }
  }

  private void follow(Target target, LogOptions options) throws InterruptedException {
    var names =
        new ExitWatch.Listener() {
          @Override
          public void found(ObservedContainer container) {
            printer.expect(LogNames.of(container));
          }

          @Override
          public void ended(ExitWatch.Exit exit) {
            if (look == Look.TEXT) {
              printer.remark(
                  LogNames.of(exit.container()) + " exited with code " + exit.exitCode());
            }
          }
        };
    try (var follower =
        LogFollower.open(
            session.engine(),
            target.name(),
            selection::has,
            options,
            new Printing(target),
            Map.copyOf(positions),
            names)) {
      follower.awaitEnd();
    }
  }

  private final class Printing implements LogListener {
    private final Target target;

    Printing(Target target) {
      this.target = target;
    }

    @Override
    public void wrote(ObservedContainer container, LogLine line) {
      line.time().map(Instant::parse).ifPresent(time -> note(container, time));
      var level =
          look == Look.TEXT && filter.ignoresLevels()
              ? Optional.<LogLevel>empty()
              : filter.level(container, line);
      if (filter.shows(line, level)) {
        switch (look) {
          case TEXT -> printer.line(LogNames.of(container), form.time(line), line.content());
          case JSON -> printer.remark(json(container, line, level));
        }
      }
    }

    @Override
    public void failed(ObservedContainer container, EngineException failure) {
      if (failed.add(container.id())) {
        session.context().warn(LogNames.of(container) + ": " + failure.getMessage());
      }
    }

    private void note(ObservedContainer container, Instant time) {
      positions.merge(container.id(), new LogPosition(time, 1), (known, _) -> known.after(time));
    }

    private String json(ObservedContainer container, LogLine line, Optional<LogLevel> level) {
      var fields = new LinkedHashMap<String, Object>();
      line.time().ifPresent(time -> fields.put("time", time));
      fields.put("project", target.name().value());
      container.service().ifPresent(service -> fields.put("service", service.value()));
      fields.put("container", container.name());
      fields.put(
          "stream",
          switch (line.source()) {
            case OUT -> "stdout";
            case ERR -> "stderr";
          });
      fields.put("message", line.text());
      level.ifPresent(known -> fields.put("level", known.word()));
      return JsonText.of(fields);
    }
  }
}
