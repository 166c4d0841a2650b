package dev.jcompose.planner;

import dev.jcompose.model.Deploy;
import dev.jcompose.model.DeployResources;
import dev.jcompose.model.DeployRestart;
import dev.jcompose.model.Service;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What `deploy` says to platforms of many machines, and a single engine cannot do.
final class ClusterAttributes {
  private ClusterAttributes() {}

  /// One notice for all of these services; empty when none says such a thing.
  static Optional<Notice> notice(Collection<Service> services) {
    var attributes = new TreeSet<String>();
    var users = new TreeSet<String>();
    for (Service service : services) {
      var own = service.deploy().map(ClusterAttributes::of).orElseGet(Set::of);
      if (!own.isEmpty()) {
        attributes.addAll(own);
        users.add(service.name().value());
      }
    }
    return attributes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Notice.WithoutEffect(attributes.stream().toList(), users.stream().toList()));
  }

  private static Set<String> of(Deploy deploy) {
    var reservations = deploy.resources().flatMap(DeployResources::reservations);
    var is = new LinkedHashMap<String, Boolean>();
    is.put("endpoint_mode", deploy.endpointMode().isPresent());
    is.put("labels", !deploy.labels().isEmpty());
    is.put("mode", deploy.mode().filter(mode -> !mode.equals("replicated")).isPresent());
    is.put("placement", deploy.placement().isPresent());
    is.put("resources.reservations.cpus", reservations.flatMap(r -> r.cpus()).isPresent());
    is.put(
        "resources.reservations.generic_resources",
        reservations.filter(r -> !r.genericResources().isEmpty()).isPresent());
    is.put("restart_policy.delay", deploy.restart().flatMap(DeployRestart::delay).isPresent());
    is.put("restart_policy.window", deploy.restart().flatMap(DeployRestart::window).isPresent());
    is.put("rollback_config", deploy.rollback().isPresent());
    is.put("update_config", deploy.update().isPresent());
    is.values().removeIf(given -> !given);
    return new TreeSet<>(is.keySet());
  }
}
