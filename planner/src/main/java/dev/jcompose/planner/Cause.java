package dev.jcompose.planner;

import dev.jcompose.model.ServiceName;
import java.util.List;

/// Why a step is in the plan.
public sealed interface Cause {
  /// The reason in a few words, e.g. `configuration changed: environment.DEBUG 0 -> 1`.
  default String describe() {
    return switch (this) {
      case Missing() -> "missing";
      case ImageChanged(String from, String to) -> "image changed: " + from + " -> " + to;
      case ConfigurationChanged(var changes) ->
          changes.isEmpty()
              ? "configuration changed"
              : "configuration changed: " + FieldChange.describe(changes);
      case FilesChanged(var files) -> "content changed: " + String.join(", ", files);
      case NetworksChanged(var networks) -> "network changed: " + String.join(", ", networks);
      case VolumesChanged(var volumes) -> "volume changed: " + String.join(", ", volumes);
      case Forced() -> "recreate forced";
      case Renewed() -> "its anonymous volumes are renewed";
      case Scaled(int from, int to) -> "scaled from " + from + " to " + to;
      case Orphaned() -> "not part of the project any more";
      case DependencyRecreated(ServiceName dependency) -> dependency + " is recreated";
      case DependencyRestarted(ServiceName dependency) -> dependency + " is started again";
      case NotRunning(var state) -> "not running: " + state.word();
      case Unfinished() -> "left over from an interrupted recreate";
      case LeftByHook() -> "left by a hook that did not succeed";
      case NeededBy(ServiceName dependent) -> dependent + " waits for it";
      case Unused() -> "no container uses it any more";
      case Precaution() -> "so that an interruption leaves no volume behind";
      case Requested() -> "asked for";
    };
  }

  /// There is none yet.
  record Missing() implements Cause {}

  /// The container was made from another image.
  record ImageChanged(String from, String to) implements Cause {}

  /// The definition is another one. No changes are listed when only the digests tell.
  record ConfigurationChanged(List<FieldChange> changes) implements Cause {
    public ConfigurationChanged {
      changes = List.copyOf(changes);
    }
  }

  /// Configs or secrets hold something else than when the container was made.
  ///
  /// @param files e.g. `config motd`
  record FilesChanged(List<String> files) implements Cause {
    public FilesChanged {
      files = List.copyOf(files);
    }
  }

  /// The container is not attached to these networks, or they are made anew.
  record NetworksChanged(List<String> networks) implements Cause {
    public NetworksChanged {
      networks = List.copyOf(networks);
    }
  }

  /// The container does not have these volumes, or they are made anew.
  record VolumesChanged(List<String> volumes) implements Cause {
    public VolumesChanged {
      volumes = List.copyOf(volumes);
    }
  }

  /// The user asked for a recreate whatever the state.
  record Forced() implements Cause {}

  /// The user asked for new anonymous volumes, and it has some.
  record Renewed() implements Cause {}

  /// The service wants more or fewer replicas.
  record Scaled(int from, int to) implements Cause {}

  /// Its service is not in the files any more.
  record Orphaned() implements Cause {}

  /// A service it builds on is recreated.
  record DependencyRecreated(ServiceName dependency) implements Cause {}

  /// A service whose namespace it shares is started again.
  record DependencyRestarted(ServiceName dependency) implements Cause {}

  /// It exists and does not run.
  record NotRunning(ContainerStatus.State state) implements Cause {}

  /// It is half of a recreate that was interrupted.
  record Unfinished() implements Cause {}

  /// A hook ran in it and did not succeed.
  record LeftByHook() implements Cause {}

  /// Its service needs it done first.
  record NeededBy(ServiceName dependent) implements Cause {}

  /// It was made for containers that are gone.
  record Unused() implements Cause {}

  /// It tells the next run what this one was about, should it not come to its end.
  record Precaution() implements Cause {}

  /// The user asked for it: the command is about nothing else.
  record Requested() implements Cause {}
}
