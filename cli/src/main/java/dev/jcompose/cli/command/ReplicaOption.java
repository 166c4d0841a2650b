package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Replicas;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.planner.ObservedContainer;
import java.util.List;
import picocli.CommandLine.Option;

/// `--index`: which container of a service.
final class ReplicaOption {
  @Option(
      names = "--index",
      paramLabel = "N",
      description = "The container with that number; the first if left out.")
  int index;

  /// Work on one container.
  ///
  /// @param <X> what may go wrong with it beside the engine
  interface OnOne<X extends Exception> {
    int exitCode(Session session, ObservedContainer container) throws InterruptedException, X;
  }

  /// Work on all containers that are meant.
  ///
  /// @param <X> what may go wrong with it beside the engine
  interface OnAll<X extends Exception> {
    int exitCode(Session session, List<ObservedContainer> containers)
        throws InterruptedException, X;
  }

  /// Works on the container that is meant, and gives the exit code.
  ///
  /// @throws dev.jcompose.cli.project.CommandFailure if there is none
  <X extends Exception> int find(
      Context context, String service, Replicas.Among among, OnOne<X> work)
      throws InterruptedException, X {
    return this.<X>findAll(
        context, service, among, (session, found) -> work.exitCode(session, found.getFirst()));
  }

  /// Works on all of the service's containers that may be meant, at least one, one-off ones last,
  /// and gives the exit code.
  ///
  /// @throws dev.jcompose.cli.project.CommandFailure if there is none
  <X extends Exception> int findAll(
      Context context, String service, Replicas.Among among, OnAll<X> work)
      throws InterruptedException, X {
    var choice = new Replicas.Choice(service, index);
    var target = Target.of(context, choice.services());
    try (var session = new Session(context)) {
      return work.exitCode(session, Replicas.find(session, target, choice, among));
    }
  }
}
