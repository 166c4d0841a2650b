package dev.jcompose.executor.fake;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.contract.AccessContract;
import dev.jcompose.executor.contract.Specs;

/// What people do with containers, on the engine in memory.
class FakeAccessTest extends AccessContract {
  @Override
  protected Engine open() {
    var engine = new FakeEngine();
    engine.hand().image(Specs.IMAGE);
    return engine;
  }
}
