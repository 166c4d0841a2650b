package dev.jcompose.cli.ui;

import dev.jcompose.cli.ui.News.Tone;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Makes news of the lines that a command writes, and keeps the first that tells of a failure.
final class Words {
  private static final String ERROR = "error: ";

  private final Inbox inbox;
  private Optional<String> failure = Optional.empty();

  Words(Inbox inbox) {
    this.inbox = inbox;
  }

  synchronized Optional<String> failure() {
    return failure;
  }

  PrintStream stream() {
    return new PrintStream(new Lines(), true, StandardCharsets.UTF_8);
  }

  private synchronized void line(String line) {
    var text = Cells.clean(line).strip();
    if (text.startsWith(ERROR) && failure.isEmpty()) {
      failure = Optional.of(text.substring(ERROR.length()));
    }
    if (!text.isEmpty()) {
      inbox.add(new UiEvent.Said(text, Tone.PLAIN));
    }
  }

  private final class Lines extends OutputStream {
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    @Override
    public void write(int one) {
      if (one == '\n') {
        line(begun.toString(StandardCharsets.UTF_8));
        begun.reset();
      } else {
        begun.write(one);
      }
    }
  }
}
