package dev.jcompose.executor.watch;

import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.watch.SyncedFile;
import java.util.List;

/// What happens while a project is watched.
public sealed interface WatchEvent {
  /// From now on nothing is missed.
  record Enabled() implements WatchEvent {}

  /// Images of services are built, and their containers replaced; what comes of it is told by who
  /// does so.
  record Rebuilding(List<ServiceName> services) implements WatchEvent {
    public Rebuilding {
      services = List.copyOf(services);
    }
  }

  /// Files go into the running containers of a service.
  ///
  /// @param containers how many these are
  record Syncing(ServiceName service, List<SyncedFile> files, int containers)
      implements WatchEvent {
    public Syncing {
      files = List.copyOf(files);
    }
  }

  /// Services were restarted.
  record Restarted(List<ServiceName> services) implements WatchEvent {
    public Restarted {
      services = List.copyOf(services);
    }
  }

  /// The command of a rule has written a line.
  record Wrote(ObservedContainer container, String line) implements WatchEvent {}

  /// Something could not be done; watching goes on.
  record Failed(ServiceName service, String message) implements WatchEvent {}
}
