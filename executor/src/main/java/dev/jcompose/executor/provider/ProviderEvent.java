package dev.jcompose.executor.provider;

import dev.jcompose.model.ServiceName;

/// Something that happened while a provider ran.
public sealed interface ProviderEvent {
  /// The service it looks after.
  ServiceName service();

  /// It begins.
  record Started(ServiceName service, Action action) implements ProviderEvent {}

  /// It tells the user something.
  record Told(ServiceName service, String text) implements ProviderEvent {}

  /// It is done.
  record Done(ServiceName service, Action action) implements ProviderEvent {}

  /// It failed.
  record Failed(ServiceName service, String reason) implements ProviderEvent {}

  /// What is asked of a provider.
  enum Action {
    UP,
    DOWN,
    STOP;

    /// The word for it on the provider's command line.
    String word() {
      return switch (this) {
        case UP -> "up";
        case DOWN -> "down";
        case STOP -> "stop";
      };
    }
  }
}
