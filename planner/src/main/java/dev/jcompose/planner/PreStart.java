package dev.jcompose.planner;

import dev.jcompose.model.Hook;
import dev.jcompose.model.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// Plans the `pre_start` hooks of one service: each runs in a container of its own, which has the
/// volumes and networks of the replica that is about to start, and goes when the hook succeeds.
///
/// Hooks run one after the other. One without `per_replica` runs before the first replica starts,
/// and not at all while another replica runs.
final class PreStart {
  private final PlanBuilder plan;
  private final Specs specs;
  private final Function<Hook, ImageRef> images;
  private final Service service;
  private final List<StepId> swept;
  private boolean isFirst;
  private List<StepId> first = List.of();

  /// @param swept the steps after which no container of an earlier hook is there
  /// @param when whether a replica runs already
  PreStart(
      PlanBuilder plan,
      Specs specs,
      Function<Hook, ImageRef> images,
      Service service,
      List<StepId> swept,
      When when) {
    this.plan = plan;
    this.specs = specs;
    this.images = images;
    this.service = service;
    this.swept = List.copyOf(swept);
    this.isFirst = when == When.NONE_RUNS;
  }

  /// Whether a replica of the service runs already, and goes on.
  enum When {
    NONE_RUNS,
    ANOTHER_RUNS
  }

  /// The steps after which that replica may start.
  ///
  /// @param container the replica, which exists
  List<StepId> before(int number, ContainerRef container, Collection<StepId> after, Cause cause) {
    var last = new ArrayList<>(after);
    last.addAll(first);
    var done = List.<StepId>of();
    var hooks = service.lifecycle().hooks().preStart();
    for (int index = 0; index < hooks.size(); index++) {
      var hook = hooks.get(index);
      if (hook.perReplica() || isFirst) {
        done = List.of(run(new Place(hook, index, number), container, last, cause));
        last = new ArrayList<>(done);
      }
    }
    if (isFirst) {
      first = done;
      isFirst = false;
    }
    return done.isEmpty() ? first : done;
  }

  /// A hook, and the replica it runs for.
  private record Place(Hook hook, int index, int number) {}

  private StepId run(Place place, ContainerRef replica, Collection<StepId> after, Cause cause) {
    var before = new ArrayList<>(after);
    before.addAll(swept);
    var spec =
        specs.hook(
            service,
            place.hook(),
            place.index(),
            place.number(),
            images.apply(place.hook()),
            replica);
    var created = plan.add(new Operation.CreateContainer(spec), before, cause);
    var ref = new ContainerRef.Made(created, spec.name());
    var ran = plan.add(new Operation.RunPreStart(ref, place.index()), List.of(created), cause);
    return plan.add(
        new Operation.RemoveContainer(ref, Operation.AnonymousVolumes.REMOVE), List.of(ran), cause);
  }
}
