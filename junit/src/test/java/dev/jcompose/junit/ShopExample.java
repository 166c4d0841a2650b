package dev.jcompose.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.Service;
import java.net.URI;
import org.junit.jupiter.api.Test;

/// The first example of `docs/junit.md`.
@SuppressWarnings("NullAway.Init")
@ComposeProject("src/test/compose/web.yaml")
class ShopExample {
  @Url("http://web:80/index.html")
  private URI page;

  @Test
  void isReachable() throws Exception {
    try (var answer = page.toURL().openStream()) {
      assertThat(answer).hasContent("it works");
    }
  }

  @Test
  void isOnThePort(@Port("web:80") int port, @ComposeService("web") Service web) throws Exception {
    assertThat(page).hasPort(port);
    assertThat(web.exec("ls", "/tmp").output()).contains("index.html");
  }
}
