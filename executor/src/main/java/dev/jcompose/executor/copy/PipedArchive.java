package dev.jcompose.executor.copy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// What something writes, to be read while it is written.
final class PipedArchive extends FilterInputStream {
  private static final int BUFFER = 1 << 18;

  private final CompletableFuture<Boolean> written = new CompletableFuture<>();

  /// Writes an archive.
  interface Writer {
    void write(OutputStream archive) throws IOException;
  }

  PipedArchive(Writer writer) throws IOException {
    super(new PipedInputStream(BUFFER));
    var out = new PipedOutputStream((PipedInputStream) in);
    Thread.ofPlatform().daemon().name("jcompose-archive").start(() -> run(writer, out));
  }

  private void run(Writer writer, OutputStream out) {
    try (out) {
      writer.write(out);
      written.complete(true);
    } catch (IOException | RuntimeException e) {
      written.completeExceptionally(e);
    }
  }

  /// The end counts as one only when all was written.
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read < 0) {
      awaitWritten();
    }
    return read;
  }

  private void awaitWritten() throws IOException {
    try {
      var _ = written.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }
}
