package dev.jcompose.junit;

import dev.jcompose.Compose;
import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Brings projects up for tests.
final class Starting {
  private Starting() {}

  /// Starts a project and waits until it can be used. One that fails is removed, after its logs
  /// were written.
  static Stack start(ExtensionContext context, Definition definition, Naming naming)
      throws InterruptedException {
    var compose = definition.compose().projectName(naming.name(definition));
    var stack = Stack.open(definition, prepared(compose, naming.use()).load());
    try {
      stack.start();
      return stack;
    } catch (InterruptedException | RuntimeException | Error failure) {
      tell(context, stack, failure);
      stack.close();
      throw failure;
    }
  }

  /// What is kept has no owner, who would be another one in each run.
  private static Compose prepared(Compose compose, Naming.Use use) {
    return switch (use) {
      case ONCE -> compose.label(Owner.LABEL, Owner.self().label()).takingDown(Sweep.EVERYTHING);
      case KEPT -> compose;
    };
  }

  private static void tell(ExtensionContext context, Stack stack, Throwable failure) {
    try {
      FailureLogs.write(context, stack.project());
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // Closing works nevertheless.
    }
  }
}
