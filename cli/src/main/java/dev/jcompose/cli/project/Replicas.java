package dev.jcompose.cli.project;

import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ReplicaSearch;
import java.util.List;

/// Finds the container of a service that a command is about.
public final class Replicas {
  private Replicas() {}

  /// A service and the number of its container; 0: any.
  public record Choice(String service, int number) {
    /// The services this is about.
    public List<ServiceName> services() {
      return List.of(new ServiceName(service));
    }
  }

  /// Which containers come into question.
  public enum Among {
    RUNNING,
    ALL
  }

  /// The containers of that choice, one-off ones last; at least one.
  ///
  /// @throws CommandFailure if there is none
  public static List<ObservedContainer> find(
      Session session, Target target, Choice choice, Among among) throws InterruptedException {
    var found =
        ReplicaSearch.of(
                new ServiceName(choice.service), session.engine().containers(target.name()))
            .stream()
            .filter(container -> among == Among.ALL || container.status().isUp())
            .filter(container -> choice.number == 0 || has(container, choice.number))
            .toList();
    if (found.isEmpty()) {
      throw new CommandFailure(missing(choice, among));
    }
    return found;
  }

  private static boolean has(ObservedContainer container, int number) {
    return !container.isOneOff() && container.number().filter(own -> own == number).isPresent();
  }

  private static String missing(Choice choice, Among among) {
    var which = "service \"" + choice.service + "\"";
    var replica = choice.number == 0 ? which : which + ", container " + choice.number + ",";
    return among == Among.RUNNING
        ? replica + " is not running"
        : replica + " has no container; `jcompose up` or `create` makes it";
  }
}
