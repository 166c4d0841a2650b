package dev.jcompose.planner;

import dev.jcompose.model.Service;
import java.util.List;
import java.util.Optional;

/// What becomes of one replica.
sealed interface Fate {
  int number();

  /// It stays as it is.
  record Keep(int number, ObservedContainer container) implements Fate {}

  /// It exists and is started.
  record Start(int number, ObservedContainer container, Cause cause) implements Fate {}

  /// It runs and is stopped and started.
  record Restart(int number, ObservedContainer container, Cause cause) implements Fate {}

  /// A new container takes its place; the old one is kept until the new one exists.
  record Recreate(int number, ObservedContainer container, Cause cause) implements Fate {}

  /// A new container takes its place; the old one must be gone before, because a volume it uses is.
  record Renew(int number, ObservedContainer container, Cause cause) implements Fate {}

  /// There is none yet.
  record Create(int number, Cause cause) implements Fate {}

  /// The container that was there, unless it is replaced or there is none.
  default Optional<ObservedContainer> kept() {
    return switch (this) {
      case Keep(_, var container) -> Optional.of(container);
      case Start(_, var container, _) -> Optional.of(container);
      case Restart(_, var container, _) -> Optional.of(container);
      case Recreate _, Renew _, Create _ -> Optional.empty();
    };
  }

  /// The container that is replaced.
  default Optional<ObservedContainer> replaced() {
    return switch (this) {
      case Recreate(_, var container, _) -> Optional.of(container);
      case Renew(_, var container, _) -> Optional.of(container);
      case Keep _, Start _, Restart _, Create _ -> Optional.empty();
    };
  }

  /// Whether something is done.
  default boolean acts() {
    return !(this instanceof Keep);
  }

  /// A container that goes without another in its place.
  record Removal(ObservedContainer container, Cause cause) {}

  /// What becomes of a service.
  ///
  /// @param replicas by number
  /// @param hooks containers that hooks left, which go
  record OfService(
      Service service, List<Fate> replicas, List<Removal> removals, List<ObservedContainer> hooks) {
    public OfService {
      hooks = List.copyOf(hooks);
      replicas = List.copyOf(replicas);
      removals = List.copyOf(removals);
    }

    boolean acts() {
      return replicas.stream().anyMatch(Fate::acts);
    }

    /// Whether a replica runs, and goes on.
    boolean keepsRunning() {
      return replicas.stream()
          .anyMatch(fate ->
              switch (fate) {
                case Keep(_, var container) -> container.status().isUp();
                case Restart _ -> true;
                case Start _, Recreate _, Renew _, Create _ -> false;
              });
    }

    OfService with(List<Fate> others) {
      return new OfService(service, others, removals, hooks);
    }
  }
}
