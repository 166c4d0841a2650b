package dev.jcompose;

import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.PlanOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What taking a project down means. Each method gives options that differ in one thing.
public final class DownOptions {
  /// Containers and networks go; volumes, images and orphans stay.
  public static final DownOptions DEFAULTS =
      new DownOptions(
          new PlanOptions.Down(
              List.of(),
              PlanOptions.Orphans.REPORTED,
              PlanOptions.VolumeRemoval.KEPT,
              PlanOptions.ImageRemoval.NONE,
              Optional.empty()));

  private final PlanOptions.Down plan;

  private DownOptions(PlanOptions.Down plan) {
    this.plan = plan;
  }

  PlanOptions.Down plan() {
    return plan;
  }

  /// Only these services.
  public DownOptions services(String... names) {
    return new DownOptions(
        new PlanOptions.Down(
            Arrays.stream(names).map(ServiceName::new).toList(),
            plan.orphans(),
            plan.volumes(),
            plan.images(),
            plan.stopTimeout()));
  }

  /// Named volumes of the project go with their data, and anonymous ones.
  public DownOptions removingVolumes() {
    return new DownOptions(
        new PlanOptions.Down(
            plan.services(),
            plan.orphans(),
            PlanOptions.VolumeRemoval.REMOVED,
            plan.images(),
            plan.stopTimeout()));
  }

  /// Images go that were built here and have no name of their own.
  public DownOptions removingLocalImages() {
    return new DownOptions(
        new PlanOptions.Down(
            plan.services(),
            plan.orphans(),
            plan.volumes(),
            PlanOptions.ImageRemoval.LOCAL,
            plan.stopTimeout()));
  }

  /// Containers of services that the files do not have any more go, too.
  public DownOptions removingOrphans() {
    return new DownOptions(
        new PlanOptions.Down(
            plan.services(),
            PlanOptions.Orphans.REMOVED,
            plan.volumes(),
            plan.images(),
            plan.stopTimeout()));
  }

  /// Containers are killed when they do not end in that time, in whole seconds, instead of their
  /// own.
  public DownOptions stopTimeout(Duration timeout) {
    return new DownOptions(
        new PlanOptions.Down(
            plan.services(), plan.orphans(), plan.volumes(), plan.images(), Optional.of(timeout)));
  }
}
