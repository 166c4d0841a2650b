package dev.jcompose.executor;

import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ConfigHasher;
import dev.jcompose.planner.Plan;
import java.util.function.Consumer;

/// Carries out plans: each step as soon as the steps it depends on are done, side by side where the
/// plan allows.
///
/// Nothing is decided here. Once a step has failed no other is begun; those that run are waited
/// for, but for waits, which are given up. Nothing is undone: the next plan starts from what there
/// is.
public final class PlanRunner {
  private final Engine engine;
  private final ConfigHasher hasher;

  /// A runner on that engine; it does not close it.
  public PlanRunner(Engine engine, ConfigHasher hasher) {
    this.engine = engine;
    this.hasher = hasher;
  }

  /// Carries out a plan.
  ///
  /// An interrupt of the calling thread stops the run: waits, pulls, builds, hooks and stops are
  /// cut off at once, other calls get {@link RunOptions#grace()}; a second interrupt cuts them off
  /// too. The outcome tells of it, and the thread's flag is cleared.
  ///
  /// @param events called by the calling thread, for each step `Started` before anything else; a
  ///   step that is skipped has no `Started` unless it was a wait
  public Outcome run(ProjectName project, Plan plan, RunOptions options, Consumer<Event> events) {
    return new PlanRun(engine, hasher, project, plan, options, events).run();
  }
}
