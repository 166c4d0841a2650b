package dev.jcompose;

import dev.jcompose.executor.RunOptions;
import dev.jcompose.model.PullPolicy;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.PlanOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What bringing a project up means. Each method gives options that differ in one thing.
public final class UpOptions {
  /// All services are started, with what they need; nothing is lost, orphans stay.
  public static final UpOptions DEFAULTS =
      new UpOptions(PlanOptions.Up.DEFAULTS, RunOptions.DEFAULT, Consent.ASKED);

  private final PlanOptions.Up plan;
  private final RunOptions run;
  private final Consent consent;

  /// Whether questions are answered with yes.
  enum Consent {
    ASKED,
    GIVEN
  }

  private UpOptions(PlanOptions.Up plan, RunOptions run, Consent consent) {
    this.plan = plan;
    this.run = run;
    this.consent = consent;
  }

  PlanOptions.Up plan() {
    return plan;
  }

  RunOptions run() {
    return run;
  }

  Consent consent() {
    return consent;
  }

  /// Only these services and what they depend on.
  public UpOptions services(String... names) {
    return with(plan.withServices(Arrays.stream(names).map(ServiceName::new).toList()));
  }

  /// It ends when all containers run and are healthy, or have done their work.
  public UpOptions untilReady() {
    return with(copy(plan.recreate(), plan.orphans(), plan.images(), PlanOptions.Until.READY));
  }

  /// Containers are made, and not started.
  public UpOptions untilCreated() {
    return with(copy(plan.recreate(), plan.orphans(), plan.images(), PlanOptions.Until.CREATED));
  }

  /// Images that can be built are built, even if they are there.
  public UpOptions building() {
    var images = new PlanOptions.Images(PlanOptions.Images.When.ALWAYS, plan.images().pull());
    return with(copy(plan.recreate(), plan.orphans(), images, plan.until()));
  }

  /// Images are fetched, even if they are there.
  public UpOptions pulling() {
    var images =
        new PlanOptions.Images(plan.images().build(), Optional.of(new PullPolicy.Always()));
    return with(copy(plan.recreate(), plan.orphans(), images, plan.until()));
  }

  /// Containers are replaced, even if nothing has changed.
  public UpOptions recreating() {
    return with(copy(PlanOptions.Recreate.ALWAYS, plan.orphans(), plan.images(), plan.until()));
  }

  /// Containers of services that the files do not have any more are removed.
  public UpOptions removingOrphans() {
    return with(copy(plan.recreate(), PlanOptions.Orphans.REMOVED, plan.images(), plan.until()));
  }

  /// Agrees to what {@link ProjectPlan#questions()} asks: changed volumes are made anew, without
  /// their data.
  public UpOptions agreeing() {
    return new UpOptions(plan, run, Consent.GIVEN);
  }

  /// It fails when it takes longer.
  public UpOptions timeLimit(Duration limit) {
    return new UpOptions(plan, run.withLimit(limit), consent);
  }

  /// So many calls are made to the engine at once; 8 unless told otherwise.
  public UpOptions parallelism(int calls) {
    return new UpOptions(plan, run.withParallelism(calls), consent);
  }

  private UpOptions with(PlanOptions.Up changed) {
    return new UpOptions(changed, run, consent);
  }

  private PlanOptions.Up copy(
      PlanOptions.Recreate recreate,
      PlanOptions.Orphans orphans,
      PlanOptions.Images images,
      PlanOptions.Until until) {
    return new PlanOptions.Up(
        plan.services(),
        plan.dependencies(),
        recreate,
        plan.recreateDependencies(),
        plan.anonymousVolumes(),
        orphans,
        images,
        until,
        plan.stopTimeout(),
        List.of());
  }
}
