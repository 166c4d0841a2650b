package dev.jcompose.executor.docker;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.contract.EngineContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/// The contract, on a real engine.
@Tag("engine")
final class DockerEngineTest extends EngineContract {
  @BeforeAll
  static void needsEngine() throws InterruptedException {
    RealEngine.require();
  }

  @Override
  protected Engine open() {
    return RealEngine.open();
  }
}
