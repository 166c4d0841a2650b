package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.AnonymousOnRecreate;
import dev.jcompose.planner.PlanOptions.Dependencies;
import dev.jcompose.planner.PlanOptions.Recreate;
import dev.jcompose.planner.PlanOptions.Until;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What `up` and `plan` do about images, existing containers and orphans.
final class ChangeFlags {
  @Mixin ImageFlags images = new ImageFlags();
  @Mixin RecreateFlags recreate = new RecreateFlags();
  @Mixin OrphanFlag orphans = new OrphanFlag();

  @Option(names = "--no-deps", description = "Leave services alone that the named ones need.")
  boolean noDeps;

  @Option(
      names = "--always-recreate-deps",
      description = "Replace services that the named ones need, even if unchanged.")
  boolean recreateDependencies;

  @Option(
      names = {"-V", "--renew-anon-volumes"},
      description = "Give replaced containers new anonymous volumes.")
  boolean renewVolumes;

  PlanOptions.Up options(
      Context context, List<ServiceName> services, Until until, Optional<Duration> stopTimeout) {
    if (recreate.never && renewVolumes) {
      throw new CommandFailure("--no-recreate and --renew-anon-volumes are incompatible");
    }
    if (recreate.never && recreateDependencies) {
      throw new CommandFailure("--always-recreate-deps and --no-recreate are incompatible");
    }
    return new PlanOptions.Up(
        services,
        noDeps ? Dependencies.LEFT_ALONE : Dependencies.INCLUDED,
        recreate.recreate(),
        recreateDependencies ? Recreate.ALWAYS : recreate.ofDependencies(),
        renewVolumes ? AnonymousOnRecreate.RENEWED : AnonymousOnRecreate.TAKEN_OVER,
        orphans.orphans(context),
        images.images(),
        until,
        stopTimeout,
        List.of());
  }
}
