package dev.jcompose.executor.docker;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.contract.AccessContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/// What people do with containers, on a real engine.
@Tag("engine")
final class DockerAccessTest extends AccessContract {
  @BeforeAll
  static void needsEngine() throws InterruptedException {
    RealEngine.require();
  }

  @Override
  protected Engine open() {
    return RealEngine.open();
  }
}
