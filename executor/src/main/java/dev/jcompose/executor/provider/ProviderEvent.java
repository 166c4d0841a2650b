package dev.jcompose.executor.provider;

import dev.jcompose.model.ServiceName;

/// Something that happened while a provider ran.
public sealed interface ProviderEvent {
  /// What the program looks after: a service, or an AI model by its key.
  String subject();

  /// Something that happened while the provider of a service ran.
  sealed interface OfService extends ProviderEvent {
    /// The service it looks after.
    ServiceName service();

    @Override
    default String subject() {
      return service().value();
    }
  }

  /// It begins.
  record Started(ServiceName service, Action action) implements OfService {}

  /// It tells the user something.
  record Told(ServiceName service, String text) implements OfService {}

  /// It is done.
  record Done(ServiceName service, Action action) implements OfService {}

  /// It failed.
  record Failed(ServiceName service, String reason) implements OfService {}

  /// The plugin for AI models is at work.
  ///
  /// @param status e.g. `Pulled`
  record OfModel(String subject, String status) implements ProviderEvent {}

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
