package dev.jcompose.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jcompose.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How ports and URLs inside a project are written.
final class EndpointTest {
  @Test
  void aPortIsOneOfTcpUnlessItSaysOtherwise() {
    assertThat(Endpoint.parse("web:80")).isEqualTo(new Endpoint("web", 80, "tcp"));
    assertThat(Endpoint.parse("my-dns.1:53/udp")).isEqualTo(new Endpoint("my-dns.1", 53, "udp"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "web", "80", "web:", "web:x", "web:80/ftp", "http://web:80"})
  void whatIsNoPortIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.parse(text))
        .withMessageStartingWith("\"" + text + "\" is not a service and a port");
  }

  @ParameterizedTest
  @CsvSource({
    "http://web:80, http://127.0.0.1:32768",
    "http://web:80/a:b@c?d=e:1, http://127.0.0.1:32768/a:b@c?d=e:1",
    "jdbc:postgresql://web:80/shop, jdbc:postgresql://127.0.0.1:32768/shop",
    "amqp://me:secret@web:80/, amqp://me:secret@127.0.0.1:32768/",
  })
  void aUrlKeepsAllButItsHostAndPort(String inside, String outside) {
    var template = UrlTemplate.parse(inside);
    assertThat(template.endpoint()).isEqualTo(new Endpoint("web", 80, "tcp"));
    assertThat(template.at(new Address("127.0.0.1", 32768))).isEqualTo(outside);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "web:80", "http://web/", "http:///x:80"})
  void aUrlWithoutServiceOrPortIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UrlTemplate.parse(text))
        .withMessageStartingWith("\"" + text + "\" is not a URL with a service and a port");
  }
}
