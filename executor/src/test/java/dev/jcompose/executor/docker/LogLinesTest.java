package dev.jcompose.executor.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogLine.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class LogLinesTest {
  private static final int FRAME = 16 * 1024;
  private static final int LONG = 10 * 1024 * 1024;

  private final List<LogLine> told = new ArrayList<>();

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  @Test
  void whatIsNoTextArrivesAsItIs() {
    var lines = new LogLines(false, told::add);
    lines.frame(Source.OUT, bytes("a\u00ff\u0000b\r\n"));

    assertThat(told.getFirst().content().bytes()).isEqualTo(bytes("a\u00ff\u0000b"));
  }

  @Test
  void aVeryLongLineComesInPiecesOfOneTime() {
    var lines = new LogLines(true, told::add);
    for (int at = 0; at < LONG; at += FRAME) {
      lines.frame(Source.ERR, bytes("t1 " + "x ".repeat(FRAME / 2)));
    }
    lines.frame(Source.ERR, bytes("t1 end\nt2 next\n"));
    lines.end();

    assertThat(told).allMatch(line -> line.content().length() < 2 << 20);
    assertThat(told.stream().map(line -> line.time().orElse("")).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("t1", "t2");
    assertThat(
            told.subList(0, told.size() - 1).stream()
                .mapToInt(line -> line.content().length())
                .sum())
        .isEqualTo(LONG + "end".length());
    assertThat(told.getLast().text()).isEqualTo("next");
  }

  @Test
  void aVeryLongLineOfATerminalHasOneTime() throws IOException {
    var lines = new LogLines(true, told::add);
    lines.terminal(new ByteArrayInputStream(bytes("t1 " + "x ".repeat(LONG / 2) + "\r\nt2 y\r\n")));
    lines.end();

    assertThat(told.stream().map(line -> line.time().orElse("")).distinct())
        .containsExactly("t1", "t2");
    assertThat(told.getLast().text()).isEqualTo("y");
  }
}
