package dev.jcompose.cli.project;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.text.Footer;
import dev.jcompose.cli.text.LogPrinter;
import dev.jcompose.cli.text.Paint.Colour;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.Event;
import dev.jcompose.executor.ExitWatch;
import dev.jcompose.executor.LogFollower;
import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogListener;
import dev.jcompose.executor.LogText;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.PlanOptions;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// `up` in the foreground: shows the logs of containers from their first line on, and stops them at
/// the end.
///
/// Ctrl-C stops them in reverse order of their dependencies; a second one kills them.
public final class AttachedUp {
  private final Session session;
  private final Context context;
  private final Target target;
  private final Attachment attachment;
  private final Optional<Duration> stopTimeout;
  private final LogPrinter printer;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicReference<ExitWatch.@Nullable Exit> aborting = new AtomicReference<>();

  private Optional<Footer> footer = Optional.empty();
  private List<ServiceName> named = List.of();
  private Optional<WatchRun> watch = Optional.empty();
  private final AtomicInteger replacing = new AtomicInteger();

  public AttachedUp(
      Session session, Target target, Attachment attachment, Optional<Duration> stopTimeout) {
    this.session = session;
    this.context = session.context();
    this.target = target;
    this.attachment = attachment;
    this.stopTimeout = stopTimeout;
    this.printer = attachment.form().printer(context);
  }

  /// The same with keys for the user, which a footer tells.
  public AttachedUp withMenu(Optional<Footer> where) {
    footer = where;
    return this;
  }

  /// The same where the files of these services may be watched; of all if there are none.
  public AttachedUp watchable(List<ServiceName> services) {
    named = List.copyOf(services);
    return this;
  }

  /// The same with files watched from the start.
  public AttachedUp watching(WatchRun files) {
    watch = Optional.of(files);
    return this;
  }

  /// Carries out the plan, and stays until all containers have ended.
  ///
  /// @param up draws until the first log line comes
  /// @return the exit code
  public int run(Reconciliation up, PlanOptions.Up options) throws InterruptedException {
    var attached = new Attached(up, Thread.currentThread());
    up.onHook(attached::wrote);
    try (var follower =
        LogFollower.open(
            session.engine(),
            target.name(),
            this::isWatched,
            attachment.onlyNewLines(),
            attached,
            attached)) {
      int code = up.run(target, options);
      if (code == ExitCode.FAILED) {
        return code;
      }
      if (code == ExitCode.OK) {
        attached.begin();
        Optional<Integer> end = attended(follower);
        if (end.isPresent() && aborting.get() == null) {
          return end.get();
        }
      }
      return stop(follower, cause());
    }
  }

  /// The end of a container that ends everything. Nothing interrupts any more but the user: what
  /// was to wake us from waiting may have come when we did not wait.
  private Optional<ExitWatch.Exit> cause() {
    synchronized (aborting) {
      stopping.set(true);
      var cause = Optional.ofNullable(aborting.get());
      if (cause.isPresent()) {
        Thread.interrupted();
      }
      return cause;
    }
  }

  /// The exit code, unless the containers are to be stopped now.
  private Optional<Integer> attended(LogFollower follower) {
    var files = new WatchSwitch(this::watchRun, new Beside(follower));
    var end = attended(follower, files);
    try {
      files.off();
      return end;
    } catch (InterruptedException _) {
      return Optional.empty();
    }
  }

  private Optional<Integer> attended(LogFollower follower, WatchSwitch files) {
    if (watch.isPresent()) {
      files.on();
    }
    var menu = footer.flatMap(where -> UpMenu.open(context, where, files));
    try {
      var ends = untilEnd(follower);
      return menu.filter(UpMenu::isDetached).isPresent()
          ? Optional.of(ExitCode.OK)
          : ends.map(attachment::exitCode);
    } finally {
      menu.ifPresent(UpMenu::close);
    }
  }

  private WatchRun watchRun() {
    return watch.orElseGet(
        () -> WatchRun.of(session, target.files().orElseThrow(), named, WatchRun.Options.USUAL));
  }

  /// Prints what the watch of files says between the logs.
  private final class Beside implements WatchRun.Audience {
    private final LogFollower follower;
    private final Deque<ExitWatch.Hold> holds = new ConcurrentLinkedDeque<>();

    Beside(LogFollower follower) {
      this.follower = follower;
    }

    @Override
    public void say(String line) {
      printer.watch(line);
    }

    @Override
    public void complain(String line) {
      context.warn(line);
    }

    @Override
    public void hold() {
      replacing.incrementAndGet();
      holds.push(follower.hold());
    }

    @Override
    public void release() {
      holds.pop().close();
      replacing.decrementAndGet();
    }
  }

  private boolean isWatched(ObservedContainer container) {
    return !container.isOneOff()
        && !container.isHook()
        && container.service().filter(attachment.watched()::contains).isPresent();
  }

  /// Empty if the wait was interrupted: by the user, or because a container's end ends everything.
  private Optional<List<ExitWatch.Exit>> untilEnd(LogFollower follower) {
    try {
      return Optional.of(follower.awaitEnd(attachment::awaits));
    } catch (InterruptedException _) {
      return Optional.empty();
    }
  }

  /// Hears of containers, and prints what they write.
  private final class Attached implements LogListener, ExitWatch.Listener {
    private final Reconciliation up;
    private final Thread waiting;
    private boolean begun;

    Attached(Reconciliation up, Thread waiting) {
      this.up = up;
      this.waiting = waiting;
    }

    /// Whoever comes second waits until the first has announced the lines.
    synchronized void begin() {
      if (!begun) {
        begun = true;
        up.silence();
        announce();
      }
    }

    private void announce() {
      var names = attachment.names(target.files().orElseThrow());
      names.forEach(printer::expect);
      if (!names.isEmpty()) {
        printer.remark("Attaching to " + String.join(", ", names));
      }
    }

    @Override
    public void wrote(ObservedContainer container, LogLine line) {
      if (isShown(container)) {
        begin();
        printer.line(LogNames.of(container), line.time(), line.content());
      }
    }

    /// What hooks write looks like a log line of `web-1 ->`.
    void wrote(Event.HookWrote line) {
      begin();
      var name = line.step().operation().subject();
      var prefix = target.name() + "-";
      var brief = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
      printer.line(brief + " ->", Optional.empty(), LogText.of(line.line()));
    }

    @Override
    public void failed(ObservedContainer container, EngineException failure) {
      context.warn(LogNames.of(container) + ": " + failure.getMessage());
    }

    @Override
    public void started(ObservedContainer container) {
      if (isShown(container)) {
        printer.expect(LogNames.of(container));
      }
    }

    @Override
    public void ended(ExitWatch.Exit exit) {
      if (isShown(exit.container())) {
        begin();
        printer.remark(LogNames.of(exit.container()) + " exited with code " + exit.exitCode());
      }
      if (attachment.aborts(exit) && replacing.get() == 0) {
        abort(exit);
      }
    }

    private void abort(ExitWatch.Exit exit) {
      synchronized (aborting) {
        if (!stopping.get() && aborting.compareAndSet(null, exit)) {
          waiting.interrupt();
        }
      }
    }

    private boolean isShown(ObservedContainer container) {
      return container.service().filter(attachment.shown()::contains).isPresent();
    }
  }

  private int stop(LogFollower follower, Optional<ExitWatch.Exit> cause)
      throws InterruptedException {
    context.tell(
        cause.isPresent()
            ? context.errorPaint().in(Colour.RED, "Aborting on container exit...")
            : "Gracefully stopping... press Ctrl+C again to force");
    try {
      if (stopAll() == ExitCode.INTERRUPTED) {
        kill();
      }
      var ends = follower.awaitEnd();
      return cause.isPresent() ? attachment.exitCode(cause.get(), ends) : ExitCode.INTERRUPTED;
    } catch (InterruptedException _) {
      kill();
      return ExitCode.INTERRUPTED;
    }
  }

  private int stopAll() throws InterruptedException {
    return new Reconciliation(
            session,
            Questions.NO,
            Reconciliation.runOptions(context),
            new Drawing(ProgressStyle.PLAIN, Ordered.set(List.of(Drawing.Detail.SUMMARY))))
        .run(target, new PlanOptions.Stop(List.copyOf(attachment.watched()), stopTimeout));
  }

  private void kill() throws InterruptedException {
    context.tell("Killing");
    for (ObservedContainer container : session.engine().containers(target.name())) {
      if (isWatched(container)) {
        session.engine().killContainer(container.id(), "SIGKILL");
      }
    }
  }
}
