package dev.jcompose.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.planner.PublishedPort;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ports, ages, tables and JSON as docker writes them.
final class FormsTest {
  private static PublishedPort port(int target, String ip, int published) {
    return new PublishedPort(target, "tcp", Optional.of(ip), Optional.of(published));
  }

  private static PublishedPort exposed(int target) {
    return new PublishedPort(target, "tcp", Optional.empty(), Optional.empty());
  }

  @Test
  void neighbouringPortsBecomeARange() {
    assertThat(PortsText.of(List.of(exposed(9001), exposed(9000), exposed(9003))))
        .isEqualTo("9000-9001/tcp, 9003/tcp");
    assertThat(PortsText.of(List.of(port(80, "0.0.0.0", 80), port(81, "0.0.0.0", 81))))
        .isEqualTo("0.0.0.0:80-81->80-81/tcp");
  }

  @Test
  void portsPublishedUnderAnotherNumberStandAlone() {
    assertThat(PortsText.of(List.of(port(80, "::", 8080), exposed(443))))
        .isEqualTo("443/tcp, [::]:8080->80/tcp");
  }

  @ParameterizedTest
  @CsvSource({
    "0, Less than a second",
    "1, 1 second",
    "59, 59 seconds",
    "60, About a minute",
    "3540, 59 minutes",
    "3600, About an hour",
    "172000, 2 days",
    "1300000, 2 weeks",
    "8000000, 3 months",
    "70000000, 2 years"
  })
  void agesAreSaidInWords(long seconds, String words) {
    assertThat(Ages.inWords(Duration.ofSeconds(seconds))).isEqualTo(words);
  }

  @Test
  void columnsAreAtLeastTenWide() {
    var table = new Table("A", "B", "C");
    table.add("a rather long cell", "b", "");

    assertThat(table)
        .hasToString("A                    B         C\na rather long cell   b         \n");
  }

  @Test
  void jsonIsEscapedAsTheReferenceDoes() {
    assertThat(JsonText.of(Map.of("a", List.of("<\"\n>", 1, true))))
        .isEqualTo("{\"a\":[\"\\u003c\\\"\\n\\u003e\",1,true]}");
  }
}
