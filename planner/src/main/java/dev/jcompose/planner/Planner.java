package dev.jcompose.planner;

import dev.jcompose.model.AiModel;
import dev.jcompose.model.Project;
import dev.jcompose.model.PullPolicy;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.PlanOptions.Images.When;
import dev.jcompose.planner.PlanOptions.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns what is wanted and what there is into what has to be done.
///
/// It has no state of its own, asks nobody and changes nothing; the same input gives the same plan,
/// letter for letter.
public final class Planner {
  private final ConfigHasher hasher;

  public Planner(ConfigHasher hasher) {
    this.hasher = hasher;
  }

  /// The plan for a project on an engine in that state.
  public Plan plan(Project project, ObservedState observed, PlanOptions options) {
    return switch (options) {
      case PlanOptions.Up up ->
          OtherFolders.question(project, observed, up.agreed())
              .map(OtherFolders::asking)
              .orElseGet(() -> up(project, observed, up, Optional.empty()));
      case PlanOptions.Run run ->
          OtherFolders.question(project, observed, run.around().agreed())
              .map(OtherFolders::asking)
              .orElseGet(() -> up(project, observed, run.around(), Optional.of(run)));
      case PlanOptions.Down down ->
          OtherFolders.question(project, observed, down.agreed())
              .map(OtherFolders::asking)
              .orElseGet(() -> new DownPlan(project, observed, down).plan());
      case PlanOptions.Start start ->
          new LifecyclePlan(ApiSocket.given(project), observed).start(start);
      case PlanOptions.Stop stop -> new LifecyclePlan(project, observed).stop(stop);
      case PlanOptions.Restart restart -> new LifecyclePlan(project, observed).restart(restart);
      case PlanOptions.Remove remove -> new LifecyclePlan(project, observed).remove(remove);
      case PlanOptions.Kill kill -> new SignalPlan(project, observed).kill(kill);
      case PlanOptions.Pause pause -> new SignalPlan(project, observed).pause(pause);
      case PlanOptions.Unpause unpause -> new SignalPlan(project, observed).unpause(unpause);
      case PlanOptions.BuildImages build -> builds(project, observed, build);
      case PlanOptions.PullImages pull -> new RegistryPlan(project, observed).pull(pull);
      case PlanOptions.PushImages push -> new RegistryPlan(project, observed).push(push);
    };
  }

  /// The plan for a project whose providers have not all run: their dependents are taken to be told
  /// what they were told last time, and a notice names each provider that `up` runs first.
  ///
  /// @param told the services whose providers have run, so that the project holds what they told
  public Plan plan(
      Project project, ObservedState observed, PlanOptions options, Set<ServiceName> told) {
    return options
        .bringsUp()
        .map(up ->
            plan(asLastTold(project, observed, told), observed, options)
                .telling(ProviderVariables.notices(project, providers(project, up), told))
                .telling(ModelVariables.notices(project, order(project, up).services())))
        .orElseGet(() -> plan(project, observed, options));
  }

  private static Project asLastTold(
      Project project, ObservedState observed, Set<ServiceName> told) {
    return ModelVariables.asLastTold(
        ProviderVariables.asLastTold(project, observed, told), observed);
  }

  private static ServiceOrder order(Project project, PlanOptions.Up up) {
    return ServiceOrder.of(project, up.services(), up.dependencies());
  }

  /// The AI models that the services of an `up` or `run` use, sorted by key. Others need none.
  public static List<AiModel> models(Project project, PlanOptions options) {
    return options
        .bringsUp()
        .map(up -> ModelVariables.of(project, order(project, up).services()))
        .orElse(List.of());
  }

  /// The services with a provider that these options are about, those that others need first.
  /// Options of commands that have nothing to tell a provider are about none.
  public static List<Service> providers(Project project, PlanOptions options) {
    var order =
        switch (options) {
          case PlanOptions.Up up -> order(project, up);
          case PlanOptions.Run run -> order(project, run.around());
          case PlanOptions.Down _, PlanOptions.Stop _ ->
              ServiceOrder.of(project, options.services(), PlanOptions.Dependencies.LEFT_ALONE);
          case PlanOptions.Start _,
              PlanOptions.Restart _,
              PlanOptions.Remove _,
              PlanOptions.Kill _,
              PlanOptions.Pause _,
              PlanOptions.Unpause _,
              PlanOptions.BuildImages _,
              PlanOptions.PullImages _,
              PlanOptions.PushImages _ ->
              ServiceOrder.NONE;
        };
    return order.services().stream()
        .filter(service -> service.lifecycle().provider().isPresent())
        .toList();
  }

  private Plan up(
      Project project, ObservedState observed, PlanOptions.Up options, Optional<Run> run) {
    Plan plan =
        new UpPlan(ApiSocket.given(project), observed, options, run, new Definitions(hasher))
            .plan();
    return plan.telling(RemoteBinds.notices(observed, plan));
  }

  private static Plan builds(
      Project project, ObservedState observed, PlanOptions.BuildImages options) {
    var plan = new PlanBuilder();
    var services = ServiceOrder.of(project, options.services(), options.dependencies()).services();
    var wanted = new PlanOptions.Images(When.ALWAYS, Optional.of(new PullPolicy.Never()));
    new ImageSteps(project, new Inventory(project, observed), plan).addBuilds(services, wanted);
    return plan.build();
  }

  /// The names of the networks of which an inspection would tell the plan for `up` more: those that
  /// are to be made anew, which cannot be while containers of others are on them.
  public List<String> networksWorthInspecting(Project project, ObservedState observed) {
    var definitions = new Definitions(hasher);
    var inventory = new Inventory(project, observed);
    return observed.networks().stream()
        .filter(found -> inventory.isOurs(found.label(Labels.PROJECT)))
        .filter(found ->
            project.networks().values().stream()
                .filter(network -> network.name().equals(found.name()))
                .anyMatch(network -> definitions.changed(project, network, found).isPresent()))
        .map(ObservedNetwork::name)
        .toList();
  }

  /// The containers of which an inspection would tell the plan for `up` more: those whose
  /// definition may have changed. Inspect them and put {@link ObservedContainer#details()} into the
  /// observed state; a plan made without says less about its causes, and leaves containers of
  /// another version of docker compose alone.
  public List<ContainerId> worthInspecting(Project project, ObservedState observed) {
    var definitions = new Definitions(hasher);
    var inventory = new Inventory(project, observed);
    var worth = new ArrayList<ContainerId>();
    for (Service service : ApiSocket.given(project).services().values()) {
      var parents = new HashMap<ServiceName, ContainerId>();
      for (ServiceName name : ServiceOrder.sharesWith(service)) {
        inventory.replicas(name).stream()
            .findFirst()
            .ifPresent(container -> parents.put(name, container.id()));
      }
      for (ObservedContainer container : inventory.replicas(service.name())) {
        if (definitions.compare(service, parents, container) != Definitions.Verdict.SAME) {
          worth.add(container.id());
        }
      }
    }
    return worth;
  }
}
