package dev.jcompose.spec.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs programs as children of this process.
public final class ChildProcesses implements Programs {
  private static final int MOST_OUTPUT = 8 << 20;

  @Override
  public Finished run(Command command) throws IOException, InterruptedException, TimeoutException {
    ProcessBuilder builder =
        new ProcessBuilder(command.words()).directory(command.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(command.environment());
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      CompletableFuture<String> output = reading(process.getInputStream());
      CompletableFuture<String> errors = reading(process.getErrorStream());
      long nanos = command.limit().toNanos();
      long start = System.nanoTime();
      if (!process.waitFor(nanos, TimeUnit.NANOSECONDS)) {
        throw new TimeoutException();
      }
      return new Finished(
          process.exitValue(),
          output.get(left(nanos, start), TimeUnit.NANOSECONDS),
          errors.get(left(nanos, start), TimeUnit.NANOSECONDS));
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      kill(process);
    }
  }

  private static long left(long nanos, long start) {
    return Math.max(TimeUnit.SECONDS.toNanos(1), nanos - (System.nanoTime() - start));
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static CompletableFuture<String> reading(InputStream stream) {
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try (stream) {
            byte[] bytes = stream.readNBytes(MOST_OUTPUT);
            stream.transferTo(OutputStream.nullOutputStream());
            text.complete(new String(bytes, StandardCharsets.UTF_8));
          } catch (IOException e) {
            text.completeExceptionally(e);
          }
        });
    return text;
  }
}
