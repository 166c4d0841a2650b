package dev.jcompose.executor.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jcompose.executor.ExecResult;
import dev.jcompose.executor.access.Dialogue;
import dev.jcompose.executor.access.TerminalSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/// A process that says what it has to say, or all that it is told.
final class FakeDialogue implements Dialogue {
  private final byte[] words;
  private final int exitCode;
  private final boolean echoes;
  private final Runnable atEnd;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final CountDownLatch toldAll = new CountDownLatch(1);

  private FakeDialogue(String words, int exitCode, boolean echoes, Runnable atEnd) {
    this.atEnd = atEnd;
    this.words = words.getBytes(UTF_8);
    this.exitCode = exitCode;
    this.echoes = echoes;
  }

  static Dialogue saying(ExecResult result) {
    return new FakeDialogue(result.output(), result.exitCode(), false, () -> {});
  }

  /// @param atEnd called when it has been told all
  static Dialogue echo(Runnable atEnd) {
    return new FakeDialogue("", 0, true, atEnd);
  }

  @Override
  public boolean hasTerminal() {
    return false;
  }

  @Override
  public OutputStream input() {
    return new OutputStream() {
      @Override
      public void write(int b) {
        told.write(b);
      }

      @Override
      public void close() {
        toldAll.countDown();
      }
    };
  }

  @Override
  public void copyTo(OutputStream out, OutputStream err) throws InterruptedException, IOException {
    if (echoes) {
      toldAll.await();
      out.write(told.toByteArray());
      atEnd.run();
    }
    out.write(words);
  }

  @Override
  public void resize(TerminalSize size) {}

  @Override
  public int exitCode() {
    return exitCode;
  }

  @Override
  public void close() {}
}
