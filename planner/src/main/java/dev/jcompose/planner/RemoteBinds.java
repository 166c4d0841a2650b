package dev.jcompose.planner;

import java.util.List;
import java.util.TreeSet;

/// Tells which paths of containers to be made are looked for on the engine's machine and not on
/// this one. The engine's own socket is meant there anyway.
final class RemoteBinds {
  private RemoteBinds() {}

  static List<Notice> notices(ObservedState observed, Plan plan) {
    var paths = new TreeSet<String>();
    for (Step step : plan.steps()) {
      if (step.operation() instanceof Operation.CreateContainer create) {
        create.container().mounts().stream()
            .filter(ContainerMount.Bind.class::isInstance)
            .forEach(mount -> paths.add(((ContainerMount.Bind) mount).source()));
      }
    }
    paths.remove(ApiSocket.SOCKET);
    return paths.isEmpty() || observed.site() == EngineSite.HERE
        ? List.of()
        : List.of(new Notice.OnOtherMachine(List.copyOf(paths)));
  }
}
