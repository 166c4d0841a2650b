package dev.jcompose.cli.text;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that is there when it is whole, and not before: what is interrupted leaves nothing.
public final class PartFile implements AutoCloseable {
  private final Path file;
  private final Path part;
  private final OutputStream stream;

  private PartFile(Path file, Path part) throws IOException {
    this.file = file;
    this.part = part;
    stream = new BufferedOutputStream(Files.newOutputStream(part));
  }

  /// One that is going to take the place of `file`.
  public static PartFile of(Path file) throws IOException {
    return new PartFile(file, file.resolveSibling(file.getFileName() + ".part"));
  }

  public OutputStream stream() {
    return stream;
  }

  /// Puts it in its place.
  public void complete() throws IOException {
    stream.close();
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    stream.close();
    Files.deleteIfExists(part);
  }
}
