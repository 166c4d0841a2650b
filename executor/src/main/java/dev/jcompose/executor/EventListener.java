package dev.jcompose.executor;

/// Hears what happens to containers. Its methods are called by one thread at a time and return
/// soon.
@FunctionalInterface
public interface EventListener {
  /// Called for each event, in their order.
  void happened(ContainerEvent event);

  /// Called once, after the last event, when the engine has ended the stream or the connection
  /// broke; not called after {@link EventStream#close()}.
  default void ended() {}
}
