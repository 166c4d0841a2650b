package dev.jcompose.executor.docker;

import dev.jcompose.executor.Engine;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The engine of this machine, and a project on it of which nothing is left after the test.
final class OwnProject implements BeforeEachCallback, AfterEachCallback {
  private final Engine engine = RealEngine.open();
  private final String name;

  OwnProject(String prefix) {
    this.name = prefix + "-" + Long.toHexString(System.nanoTime());
  }

  Engine engine() {
    return engine;
  }

  String name() {
    return name;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws InterruptedException {
    RealEngine.require();
  }

  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    try (engine) {
      Leftovers.remove(engine, name);
    }
  }
}
