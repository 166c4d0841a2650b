package dev.jcompose.executor.docker;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.contract.EngineContract;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/// The contract, on a real engine behind a port.
@Tag("engine")
final class TcpEngineTest extends EngineContract {
  private static @Nullable TcpRelay relay;

  @BeforeAll
  static void startRelay() throws IOException, InterruptedException {
    RealEngine.require();
    relay = new TcpRelay(RealEngine.socket());
  }

  @AfterAll
  static void stopRelay() throws IOException {
    if (relay != null) {
      relay.close();
    }
  }

  @Override
  protected Engine open() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("DOCKER_HOST", "tcp://127.0.0.1:" + Objects.requireNonNull(relay).port());
    return new DockerEngine(environment);
  }
}
