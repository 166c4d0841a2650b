package dev.jcompose.cli.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.cli.ui.Key.Special;
import dev.jcompose.cli.ui.Key.Typed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeyDecoderTest {
  private static final String ALL =
      "a\u001b[A\u001bOB\u001b[5~ä漢😀\u007f\r\u0003\u001b[1;5C\u001b[Hz";
  private static final List<Key> KEYS =
      List.of(
          new Typed('a'),
          Special.UP,
          Special.DOWN,
          Special.PAGE_UP,
          new Typed('ä'),
          new Typed('漢'),
          new Typed(0x1f600),
          Special.BACKSPACE,
          Special.ENTER,
          Special.INTERRUPT,
          Special.HOME,
          new Typed('z'));

  @Test
  void keysComeWholeHoweverTheirBytesArrive() {
    var bytes = ALL.getBytes(StandardCharsets.UTF_8);
    assertThat(new KeyDecoder().feed(bytes)).isEqualTo(KEYS);
    var decoder = new KeyDecoder();
    var keys = new ArrayList<Key>();
    for (byte one : bytes) {
      keys.addAll(decoder.feed(new byte[] {one}));
    }
    assertThat(keys).isEqualTo(KEYS);
    assertThat(decoder.isWaiting()).isFalse();
  }

  @Test
  void escapeAloneIsKnownByThePauseBehindIt() {
    var decoder = new KeyDecoder();
    assertThat(decoder.feed(new byte[] {0x1b})).isEmpty();
    assertThat(decoder.isWaiting()).isTrue();
    assertThat(decoder.flush()).containsExactly(Special.ESCAPE);
    assertThat(decoder.feed("\u001bq".getBytes(StandardCharsets.UTF_8)))
        .containsExactly(Special.ESCAPE, new Typed('q'));
  }
}
