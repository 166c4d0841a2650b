package dev.jcompose.cli.project;

import dev.jcompose.cli.text.LogPrinter;
import dev.jcompose.cli.text.Paint;
import dev.jcompose.executor.ExitWatch;
import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ObservedContainer;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How `up` in the foreground shows logs and when it ends.
///
/// @param watched the services whose containers are stopped at the end
/// @param awaited those whose containers it is about: when they have ended, so has `up`, and the
///   end of one may stop all
/// @param shown those whose logs are printed
/// @param exitCodeFrom the service whose exit code is ours
public record Attachment(
    SequencedSet<ServiceName> watched,
    SequencedSet<ServiceName> awaited,
    SequencedSet<ServiceName> shown,
    AbortOn abortOn,
    Optional<ServiceName> exitCodeFrom,
    LogForm form) {
  public Attachment {
    watched = Ordered.set(watched);
    awaited = Ordered.set(awaited);
    shown = Ordered.set(shown);
  }

  /// The first end of a container that stops all others.
  public enum AbortOn {
    NONE,
    /// One with an exit code other than 0.
    FAILURE,
    /// Any.
    EXIT
  }

  /// How log lines look.
  public record LogForm(LogPrinter.Prefix prefix, Times times, Colours colours) {
    /// Whether lines bear the time when they were written.
    public enum Times {
      SHOWN,
      HIDDEN
    }

    /// Whether names are coloured.
    public enum Colours {
      AS_USUAL,
      NONE
    }

    /// A printer to standard output.
    public LogPrinter printer(Context context) {
      var paint = colours == Colours.NONE ? Paint.OFF : context.outputPaint();
      return new LogPrinter(context.host().streams().out(), paint, prefix);
    }

    boolean withTimes() {
      return times == Times.SHOWN;
    }

    /// When a line was written, if that is shown.
    Optional<String> time(LogLine line) {
      return withTimes() ? line.time() : Optional.empty();
    }
  }

  /// Whether it is about that container.
  boolean awaits(ObservedContainer container) {
    return container.service().filter(awaited::contains).isPresent();
  }

  boolean aborts(ExitWatch.Exit end) {
    return awaits(end.container())
        && switch (abortOn) {
          case NONE -> false;
          case FAILURE -> end.exitCode() != 0;
          case EXIT -> true;
        };
  }

  /// Ours when all containers have ended by themselves.
  int exitCode(List<ExitWatch.Exit> ends) {
    return from(ends).orElse(ExitCode.OK);
  }

  /// Ours when that end has ended the others.
  int exitCode(ExitWatch.Exit first, List<ExitWatch.Exit> ends) {
    return from(ends).orElse(first.exitCode());
  }

  private Optional<Integer> from(List<ExitWatch.Exit> ends) {
    return ends.stream()
        .filter(end -> exitCodeFrom.isPresent() && end.container().service().equals(exitCodeFrom))
        .findFirst()
        .map(ExitWatch.Exit::exitCode);
  }

  /// What the containers whose logs are printed are called there.
  List<String> names(Project project) {
    return shown.stream()
        .flatMap(name -> project.service(name).stream())
        .flatMap(service ->
            service
                .lifecycle()
                .containerName()
                .map(Stream::of)
                .orElseGet(() ->
                    IntStream.rangeClosed(1, service.replicas())
                        .mapToObj(number -> service.name() + "-" + number)))
        .toList();
  }

  /// Nothing of what was written before.
  LogOptions onlyNewLines() {
    return new LogOptions(
        true, Optional.of(0), Optional.empty(), Optional.empty(), form.withTimes());
  }
}
