package dev.jcompose.cli.project;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.ProjectBusyException;
import dev.jcompose.executor.watch.ProjectWatch;
import dev.jcompose.executor.watch.WatchEvent;
import dev.jcompose.executor.watch.WatchException;
import dev.jcompose.executor.watch.WatchedPaths;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.PullPolicy;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ImageId;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.Dependencies;
import dev.jcompose.planner.PlanOptions.Images;
import dev.jcompose.planner.PlanOptions.Recreate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Watches the files of a project's services, until it is interrupted.
public final class WatchRun {
  private final Session session;
  private final Project project;
  private final WatchedPaths paths;
  private final Options options;

  /// How it is done.
  ///
  /// @param prune whether images go that a rebuild has replaced
  /// @param quiet whether builds are not heard
  public record Options(boolean prune, boolean quiet) {
    /// With pruning, and heard.
    public static final Options USUAL = new Options(true, false);
  }

  /// Who is told what happens.
  public interface Audience {
    /// A line about the watch itself.
    void say(String line);

    /// A line about something that failed.
    void complain(String line);

    /// Called before containers are replaced or restarted, and may end for a moment.
    default void hold() {}

    /// Called when they run again, or will not.
    default void release() {}

    /// One that hears it on standard output and standard error.
    static Audience plain(Context context) {
      return new Audience() {
        @Override
        public void say(String line) {
          context.print(line);
        }

        @Override
        public void complain(String line) {
          context.warn(line);
        }
      };
    }
  }

  private WatchRun(Session session, Project project, WatchedPaths paths, Options options) {
    this.session = session;
    this.project = project;
    this.paths = paths;
    this.options = options;
  }

  /// A watch of these services; of all if there are none.
  ///
  /// @throws CommandFailure if none of them is to be watched, or not as its rules say
  public static WatchRun of(
      Session session, Project project, Collection<ServiceName> services, Options options) {
    try {
      var watched =
          project.services().values().stream()
              .filter(service -> services.isEmpty() || services.contains(service.name()))
              .toList();
      var paths = WatchedPaths.of(project, watched);
      paths.warnings().forEach(session.context()::warn);
      return new WatchRun(session, project, paths, options);
    } catch (WatchException failure) {
      throw new CommandFailure(failure.getMessage());
    }
  }

  /// The project whose watched services are built by each `up`: an image of yesterday would lack
  /// what has changed since.
  public static Project buildingAlways(Project project) {
    var services = new TreeMap<ServiceName, Service>(project.services());
    services.replaceAll((_, service) ->
        service.build().isPresent() && service.develop().isPresent()
            ? service.withLifecycle(service.lifecycle().withPullPolicy(new PullPolicy.Build()))
            : service);
    return project.withServices(services);
  }

  /// Prints what would be watched.
  public void describe() {
    for (var path : paths.watching().paths()) {
      var target = path.rule().target().map(where -> " to " + where).orElse("");
      session
          .context()
          .tell(
              " Would watch %s: %s %s%s"
                  .formatted(
                      path.path(),
                      path.action().word(),
                      path.service(),
                      path.action().syncs() ? target : ""));
    }
  }

  /// Watches.
  ///
  /// @throws CommandFailure if the system does not allow it
  public void run(Audience audience) throws InterruptedException {
    try (var watch =
        ProjectWatch.open(
            session.engine(),
            project.name(),
            paths.watching(),
            new ByPlans(audience),
            event -> tell(event, audience))) {
      watch.run();
    } catch (WatchException failure) {
      throw new CommandFailure(failure.getMessage());
    }
  }

  private static void tell(WatchEvent event, Audience audience) {
    switch (event) {
      case WatchEvent.Enabled() -> audience.say("Watch enabled");
      case WatchEvent.Rebuilding(var services) ->
          audience.say(
              "Rebuilding service(s) " + quoted(services) + " after changes were detected...");
      case WatchEvent.Syncing(var service, var files, int containers) -> {
        audience.say(
            "Syncing service \"%s\" after %d changes were detected"
                .formatted(service, files.size()));
        if (containers == 0) {
          audience.complain("no container of " + service + " runs: nothing was synced");
        }
      }
      case WatchEvent.Restarted(var services) ->
          audience.say("service(s) " + quoted(services) + " restarted");
      case WatchEvent.Wrote(var container, String line) ->
          audience.say(LogNames.of(container) + ": " + line);
      case WatchEvent.Failed(var service, String message) ->
          audience.complain(service + ": " + message);
    }
  }

  private static String quoted(Collection<ServiceName> services) {
    return services.stream()
        .map(name -> "\"" + name + "\"")
        .collect(Collectors.joining(" ", "[", "]"));
  }

  /// Does it as the commands `up` and `restart` do.
  private final class ByPlans implements ProjectWatch.Acts {
    private final Audience audience;

    ByPlans(Audience audience) {
      this.audience = audience;
    }

    @Override
    public boolean rebuild(Collection<ServiceName> services) throws InterruptedException {
      var before = images(services);
      boolean done =
          isDone(
              new PlanOptions.Up(
                  List.copyOf(services),
                  Dependencies.LEFT_ALONE,
                  Recreate.ALWAYS,
                  Recreate.NEVER,
                  PlanOptions.AnonymousOnRecreate.TAKEN_OVER,
                  PlanOptions.Orphans.IGNORED,
                  new Images(Images.When.ALWAYS, Optional.empty()),
                  PlanOptions.Until.STARTED,
                  Optional.empty(),
                  List.of()));
      if (done) {
        audience.say("service(s) " + quoted(services) + " successfully built");
        if (options.prune()) {
          before.removeAll(images(services));
          prune(before);
        }
      }
      return done;
    }

    @Override
    public boolean restart(Collection<ServiceName> services) throws InterruptedException {
      return isDone(
          new PlanOptions.Restart(List.copyOf(services), Dependencies.INCLUDED, Optional.empty()));
    }

    private boolean isDone(PlanOptions what) throws InterruptedException {
      audience.hold();
      try {
        var hidden = new ArrayList<>(List.of(Drawing.Detail.SUMMARY));
        if (options.quiet()) {
          hidden.add(Drawing.Detail.BUILDS);
        }
        var drawing = new Drawing(ProgressStyle.PLAIN, Ordered.set(hidden));
        int code =
            new Reconciliation(
                    session, Questions.NO, Reconciliation.runOptions(session.context()), drawing)
                .run(new Target(project.name(), Optional.of(project)), what);
        if (code == ExitCode.INTERRUPTED) {
          throw new InterruptedException();
        }
        return code == ExitCode.OK;
      } catch (CommandFailure | EngineException | ProjectBusyException failure) {
        audience.complain(String.valueOf(failure.getMessage()));
        return false;
      } finally {
        audience.release();
      }
    }

    private Set<ImageId> images(Collection<ServiceName> services) throws InterruptedException {
      return session.engine().containers(project.name()).stream()
          .filter(container -> container.service().filter(services::contains).isPresent())
          .map(container -> container.image().id())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Those that have no name any more; one that somebody else uses stays.
    private void prune(Set<ImageId> images) throws InterruptedException {
      for (ImageId image : images) {
        try {
          var found = session.engine().access().image(image.value());
          if (found.filter(one -> one.tags().isEmpty()).isPresent()) {
            session.engine().removeImage(image.value());
          }
        } catch (EngineException failure) {
          if (failure.kind() != EngineException.Kind.CONFLICT) {
            audience.complain(String.valueOf(failure.getMessage()));
          }
        }
      }
    }
  }
}
