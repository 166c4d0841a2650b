package dev.jcompose.spec.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jcompose.model.Ordered;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RemoteSettingsTest {
  private static RemoteSettings settings(Map<String, String> environment) {
    return new RemoteSettings(Ordered.map(environment));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "true", "T"})
  void whatIsNotTurnedOffIsAllowed(String value) {
    assertThatCode(() -> settings(Map.of("SWITCH", value)).checkAllowed("SWITCH", "files"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "false", "F"})
  void aSwitchTurnsOff(String value) {
    assertThatThrownBy(() -> settings(Map.of("SWITCH", value)).checkAllowed("SWITCH", "files"))
        .hasMessage("files are turned off by `SWITCH`");
  }

  @Test
  void aSwitchHasNoOtherValue() {
    assertThatThrownBy(() -> settings(Map.of("SWITCH", "no")).checkAllowed("SWITCH", "files"))
        .hasMessage("`SWITCH` is `true` or `false`, and this is \"no\"");
  }

  @Test
  void theCacheIsWhereTheVariablesSay() throws RemoteException {
    assertThat(settings(Map.of("XDG_CACHE_HOME", "/c", "HOME", "/h")).cache("files"))
        .isEqualTo(Path.of("/c/docker-compose"));
    assertThat(settings(Map.of("XDG_CACHE_HOME", "c", "HOME", "/h")).cache("files"))
        .isEqualTo(Path.of("/h/.cache/docker-compose"));
    assertThatThrownBy(() -> settings(Map.of()).cache("files"))
        .hasMessage("there is no folder to keep files in");
  }
}
