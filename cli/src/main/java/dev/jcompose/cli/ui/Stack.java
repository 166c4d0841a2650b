package dev.jcompose.cli.ui;

import dev.jcompose.executor.access.Usage;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Orders;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ContainerId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;

/// What is known of the project.
///
/// @param declared the services of the files; empty when only the name is known
/// @param replicas sorted by name
/// @param usage of running containers that were measured
/// @param restarts how often containers were started again while we looked
record Stack(
    ProjectName project,
    SequencedSet<ServiceName> declared,
    List<Replica> replicas,
    SequencedMap<ContainerId, Usage> usage,
    SequencedMap<ContainerId, Integer> restarts) {
  /// As numbers at the end of names are sorted.
  private static final Comparator<Replica> BY_NUMBER =
      Orders.inTurn(
          Orders.by((Replica replica) -> replica.name().length()), Orders.by(Replica::name));

  Stack {
    declared = Ordered.set(declared);
    replicas = List.copyOf(replicas);
    usage = Ordered.map(usage);
    restarts = Ordered.map(restarts);
  }

  /// One of which nothing is known yet.
  static Stack of(ProjectName project, SequencedSet<ServiceName> declared) {
    return new Stack(project, declared, List.of(), Ordered.map(), Ordered.map());
  }

  /// The same with these containers; what was measured of others is forgotten.
  Stack with(List<Replica> containers, SequencedMap<ContainerId, Integer> counts) {
    var kept = new LinkedHashMap<ContainerId, Usage>();
    containers.stream()
        .filter(replica -> replica.isRunning() && usage.containsKey(replica.id()))
        .forEach(replica -> kept.put(replica.id(), usage.get(replica.id())));
    return new Stack(project, declared, containers, kept, counts);
  }

  /// The same with new measurements beside those that are known.
  Stack measured(SequencedMap<ContainerId, Usage> fresh) {
    var all = new LinkedHashMap<>(usage);
    replicas.stream()
        .filter(replica -> replica.isRunning() && fresh.containsKey(replica.id()))
        .forEach(replica -> all.put(replica.id(), fresh.get(replica.id())));
    return new Stack(project, declared, replicas, all, restarts);
  }

  /// Services by name, each followed by its replicas if it has several.
  List<Row> rows() {
    var services = new TreeMap<String, List<Replica>>();
    declared.forEach(service -> services.put(service.value(), new ArrayList<>()));
    replicas.forEach(replica ->
        services.computeIfAbsent(replica.service().value(), _ -> new ArrayList<>()).add(replica));
    var rows = new ArrayList<Row>();
    services.forEach((name, all) -> {
      var service = new ServiceName(name);
      rows.add(new Row(service, all, false));
      if (all.size() > 1) {
        all.sort(BY_NUMBER);
        all.forEach(replica -> rows.add(new Row(service, List.of(replica), true)));
      }
    });
    return rows;
  }

  /// What the containers of a row use together; empty when none was measured.
  Optional<Use> use(List<Replica> of) {
    var measured = of.stream().map(Replica::id).filter(usage::containsKey).map(usage::get).toList();
    return measured.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Use(
                measured.stream().mapToDouble(Usage::cpu).sum(),
                measured.stream().mapToLong(Usage::memory).sum()));
  }

  int restarts(List<Replica> of) {
    return of.stream().mapToInt(replica -> restarts.getOrDefault(replica.id(), 0)).sum();
  }

  /// Processor time in percent of one, and memory in bytes.
  record Use(double cpu, long memory) {}
}
