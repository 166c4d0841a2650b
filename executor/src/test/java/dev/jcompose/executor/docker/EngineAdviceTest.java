package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EngineAdviceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Error starting userland proxy: listen tcp4 127.0.0.1:80: bind: address already in use | sport = :80`
          write /var/lib/x: no space left on device                                             | docker system df
          could not find an available, non-overlapping IPv4 address pool among the defaults     | docker network prune
          all predefined address pools have been fully subnetted                                | docker network prune
          invalid mount config for type "bind": bind source path does not exist: /x             | create_host_path
          image was found but does not match the specified platform: wanted a/b                 | `platform`
          exec: "nosuch": executable file not found in $PATH: unknown                           | `command`
          """)
  void theEnginesWordsAreFollowedByWhatToDo(String words, String advice) {
    assertThat(EngineAdvice.added(words)).startsWith(words + "; ").contains(advice);
  }

  @Test
  void otherWordsStandAlone() {
    assertThat(EngineAdvice.added("no such container")).isEqualTo("no such container");
  }

  @Test
  void thePortThatIsTakenIsFoundInTheWords() {
    assertThat(
            EngineAdvice.takenPort(
                "driver failed: Bind for 0.0.0.0:8080 failed: port is already allocated"))
        .contains(8080);
    assertThat(EngineAdvice.takenPort("no such container")).isEmpty();
  }
}
