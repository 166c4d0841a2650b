package dev.jcompose.junit;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The projects of a run of tests. JUnit holds each with the context that it lives as long as, and
/// closes it with that, whatever happens.
final class Stacks {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(Stacks.class);

  private Stacks() {}

  /// What a class or a test uses, whoever closes it.
  private record Use(Stack stack) {}

  /// The project that a class or a test uses.
  static Optional<Stack> of(ExtensionContext context) {
    return Optional.ofNullable(context.getStore(NAMESPACE).get(Use.class, Use.class))
        .map(Use::stack);
  }

  /// Starts one that lives as long as the context.
  static void own(ExtensionContext context, Definition definition, Naming naming)
      throws InterruptedException {
    sweep(context, definition);
    var stack = Starting.start(context, definition, naming);
    var store = context.getStore(NAMESPACE);
    store.put(Stack.class, stack);
    store.put(Use.class, new Use(stack));
  }

  /// Uses the one for all who want the same. The first of them starts it, the others wait.
  static void share(ExtensionContext context, Definition definition, Naming naming)
      throws InterruptedException {
    sweep(context, definition);
    var shared = once(context, definition, SharedStack.class, _ -> new SharedStack());
    var stack = shared.stack(() -> Starting.start(context, definition, naming));
    context.getStore(NAMESPACE).put(Use.class, new Use(stack));
  }

  /// Each engine is swept before the first project is started there.
  private static void sweep(ExtensionContext context, Definition definition)
      throws InterruptedException {
    var engine = definition.source().engine();
    once(context, "sweep " + engine, Sweep.class, _ -> new Sweep(engine)).run();
  }

  /// A thing of which there is one for all tests. JUnit 6 has a new name for this, which JUnit 5
  /// does not have.
  @SuppressWarnings("deprecation")
  private static <K, V> V once(
      ExtensionContext context, K key, Class<V> type, Function<K, V> making) {
    var store = context.getRoot().getStore(NAMESPACE);
    return Objects.requireNonNull(store.getOrComputeIfAbsent(key, making, type));
  }
}
