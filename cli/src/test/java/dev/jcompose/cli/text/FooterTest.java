package dev.jcompose.cli.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/// A line below what scrolls by. `<` stands for what clears a line.
final class FooterTest {
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final Footer footer = new Footer(new PrintStream(screen, true, UTF_8));
  private final PrintStream above = footer.above(new PrintStream(screen, true, UTF_8));

  private String screen() {
    return screen.toString(UTF_8).replace("\r\u001b[K", "<");
  }

  @Test
  void linesAppearAboveIt() {
    above.println("before");
    footer.show("keys", () -> 80);
    above.println("one");
    footer.show("other", () -> 80);
    footer.hide();
    above.println("after");

    assertThat(screen()).isEqualTo("before\nkeys<one\nkeys<other<after\n");
  }

  @Test
  void itWaitsForTheEndOfALine() {
    footer.show("keys", () -> 80);
    above.print("on");
    above.flush();
    above.println("e");

    assertThat(screen()).isEqualTo("keys<one\nkeys");
  }

  @Test
  void itTakesOneLineHoweverNarrowTheTerminalIs() {
    footer.show("d detach", () -> 5);
    assertThat(screen()).isEqualTo("d de");
  }
}
