package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Drawing;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.AnonymousOnRecreate;
import dev.jcompose.planner.PlanOptions.Dependencies;
import dev.jcompose.planner.PlanOptions.Until;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `create`: containers are made and not started.
@Command(
    name = "create",
    header = "Create containers without starting them",
    description = "Does what `up --no-start` does. `start` starts the containers.",
    footer = {
      "Examples:",
      "  jcompose create && jcompose start   make all, then start all",
      "  jcompose create --pull always web   with the newest image"
    })
final class CreateCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin ImageFlags images = new ImageFlags();
  @Mixin RecreateFlags recreate = new RecreateFlags();
  @Mixin OrphanFlag orphans = new OrphanFlag();
  @Mixin ScaleFlag scale = new ScaleFlag();
  @Mixin YesFlag yes = new YesFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  CreateCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context);
    var options =
        new PlanOptions.Up(
            services.services(),
            Dependencies.INCLUDED,
            recreate.recreate(),
            recreate.ofDependencies(),
            AnonymousOnRecreate.TAKEN_OVER,
            orphans.orphans(applied),
            images.images(),
            Until.CREATED,
            Optional.empty(),
            List.of());
    var project = scale.applied(Loading.beforeEngine(applied).project(services.services()));
    try (var session = new Session(applied)) {
      return new Reconciliation(
              session,
              yes.questions(applied),
              Reconciliation.runOptions(applied),
              images.drawing(Drawing.of(applied)))
          .run(new Target(project.name(), Optional.of(project)), options);
    }
  }
}
