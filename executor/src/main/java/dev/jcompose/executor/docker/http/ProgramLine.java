package dev.jcompose.executor.docker.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A line through the input and output of a program, which ends with the line. When it ends by
/// itself and not well, what it wrote about that is the reason why the line broke.
final class ProgramLine implements Line {
  /// How long a program may take to end when its output has ended.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int MOST_WORDS = 4096;

  private final Process program;
  private final ExecutorService threads;
  private final Future<String> lastWords;

  ProgramLine(Process program, ExecutorService threads) {
    this.program = program;
    this.threads = threads;
    this.lastWords = threads.submit(() -> lastOf(program.getErrorStream()));
  }

  @Override
  public InputStream input() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = await(() -> program.getInputStream().read(bytes, offset, length));
        if (read < 0) {
          failIfItFailed();
        }
        return read;
      }
    };
  }

  @Override
  public OutputStream output() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b});
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        var _ =
            await(() -> {
              program.getOutputStream().write(bytes, offset, length);
              program.getOutputStream().flush();
              return length;
            });
      }
    };
  }

  @Override
  public void endOutput() throws IOException {
    program.getOutputStream().close();
  }

  @Override
  public boolean isIdle() {
    try {
      return program.isAlive() && program.getInputStream().available() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    program.destroy();
  }

  private <T> T await(Callable<T> act) throws IOException {
    Future<T> future = threads.submit(act);
    try {
      return future.get();
    } catch (InterruptedException _) {
      throw interrupted();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private IOException interrupted() {
    close();
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while waiting for a program");
  }

  private void failIfItFailed() throws IOException {
    try {
      if (program.waitFor(PATIENCE) && program.exitValue() != 0) {
        String words = lastWords.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        throw new IOException(
            words.isEmpty() ? "the program ended with exit code " + program.exitValue() : words);
      }
    } catch (InterruptedException _) {
      throw interrupted();
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the program ended with exit code " + program.exitValue(), e);
    }
  }

  /// The end of what a program writes, in one line.
  private static String lastOf(InputStream errors) throws IOException {
    StringBuilder words = new StringBuilder();
    byte[] chunk = new byte[MOST_WORDS];
    int length;
    while ((length = errors.read(chunk)) >= 0) {
      words.append(new String(chunk, 0, length, StandardCharsets.UTF_8));
      words.delete(0, Math.max(0, words.length() - MOST_WORDS));
    }
    List<String> lines =
        words.toString().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return String.join("; ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }
}
