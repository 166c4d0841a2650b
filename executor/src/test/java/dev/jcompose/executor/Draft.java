package dev.jcompose.executor;

import dev.jcompose.model.Extensions;
import dev.jcompose.model.Network;
import dev.jcompose.model.NetworkKey;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.Service;
import dev.jcompose.planner.Cause;
import dev.jcompose.planner.ContainerRef;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.FileContents;
import dev.jcompose.planner.ImageRef;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Operation.Awaited;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.Replica;
import dev.jcompose.planner.SharedNamespaces;
import dev.jcompose.planner.Step;
import dev.jcompose.planner.StepId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A plan written by hand, for tests of what carries plans out.
final class Draft {
  static final ProjectName PROJECT = new ProjectName("shop");

  private final List<Step> steps = new ArrayList<>();
  private final Map<String, StepId> creations = new LinkedHashMap<>();

  StepId add(Operation operation, StepId... after) {
    var id = new StepId(steps.size() + 1);
    steps.add(new Step(id, operation, List.of(after), new Cause.Missing()));
    return id;
  }

  StepId pull(String service, StepId... after) {
    return add(
        new Operation.PullImage(
            Services.plain(service).name(), "busybox", Optional.empty(), Operation.OnFailure.STOP),
        after);
  }

  /// Makes the first container of a service from the image that a step fetches.
  StepId create(Service service, StepId pull, StepId... after) {
    var spec =
        new ContainerSpec(
            nameOf(service),
            new Replica(service.name(), 1),
            new ImageRef.Made(pull, "busybox"),
            service,
            Ordered.map(
                Map.of(Labels.PROJECT, PROJECT.value(), Labels.SERVICE, service.name().value())),
            List.of(),
            List.of(),
            SharedNamespaces.NONE,
            FileContents.NONE);
    var all = new ArrayList<>(List.of(after));
    all.addFirst(pull);
    StepId id = add(new Operation.CreateContainer(spec), all.toArray(StepId[]::new));
    creations.put(service.name().value(), id);
    return id;
  }

  StepId start(String service, StepId... after) {
    return add(new Operation.StartContainer(made(service)), after);
  }

  StepId await(String service, Awaited awaited, StepId... after) {
    return add(new Operation.Await(made(service), awaited, true), after);
  }

  StepId awaitIfItCan(String service, Awaited awaited, StepId... after) {
    return add(new Operation.Await(made(service), awaited, false), after);
  }

  StepId network(String name, StepId... after) {
    var network =
        new Network(
            new NetworkKey(name),
            PROJECT + "_" + name,
            false,
            Optional.empty(),
            Ordered.map(),
            Network.Reach.PLAIN,
            Optional.empty(),
            Ordered.map(),
            Extensions.NONE);
    return add(
        new Operation.CreateNetwork(
            network, Ordered.map(Map.of(Labels.PROJECT, PROJECT.value(), Labels.NETWORK, name))),
        after);
  }

  /// One service from its image to its start.
  StepId up(Service service) {
    return start(service.name().value(), create(service, pull(service.name().value())));
  }

  ContainerRef made(String service) {
    StepId by = creations.get(service);
    if (by == null) {
      throw new IllegalArgumentException("nothing makes a container of " + service);
    }
    return new ContainerRef.Made(by, PROJECT + "-" + service + "-1");
  }

  Plan plan() {
    return new Plan(steps, List.of(), List.of());
  }

  private static String nameOf(Service service) {
    return PROJECT + "-" + service.name() + "-1";
  }
}
