package dev.jcompose.executor.fake;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.contract.EngineContract;
import dev.jcompose.executor.contract.Specs;

/// The contract, on the engine in memory.
class FakeEngineTest extends EngineContract {
  @Override
  protected Engine open() {
    var engine = new FakeEngine();
    engine.hand().image(Specs.IMAGE);
    return engine;
  }
}
