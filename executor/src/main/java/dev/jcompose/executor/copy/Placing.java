package dev.jcompose.executor.copy;

import dev.jcompose.executor.access.Access;
import dev.jcompose.planner.ContainerId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Copies files of this machine that others may be writing to places of their own in a container.
///
/// What has vanished is left out, and so is what is neither file, folder nor link. A folder is
/// copied without what is in it.
public final class Placing {
  private static final int CHUNK = 1 << 16;

  private Placing() {}

  /// A file and where it goes.
  ///
  /// @param target an absolute path in the container
  public record Placed(Path source, String target) {}

  /// Copies them. They belong to the user that the container runs as.
  ///
  /// @throws IOException if one cannot be read
  public static void place(Access access, ContainerId container, List<Placed> files)
      throws InterruptedException, IOException {
    try (var archive = new PipedArchive(stream -> write(files, stream))) {
      access.replace(container, archive);
    }
  }

  private static void write(List<Placed> files, OutputStream stream) throws IOException {
    try (var tar = Packing.archive(stream)) {
      for (Placed file : files) {
        try {
          write(file, tar);
        } catch (NoSuchFileException _) {
          // It has vanished meanwhile.
        }
      }
    }
  }

  private static void write(Placed file, TarArchiveOutputStream tar) throws IOException {
    var name = file.target().replaceFirst("^/+", "");
    var made = Packing.entry(file.source(), name);
    if (made.isEmpty()) {
      return;
    }
    TarArchiveEntry entry = made.get();
    entry.setIds(0, 0);
    if (!entry.isFile() || entry.isSymbolicLink()) {
      tar.putArchiveEntry(entry);
    } else {
      try (InputStream content = Files.newInputStream(file.source(), LinkOption.NOFOLLOW_LINKS)) {
        tar.putArchiveEntry(entry);
        copy(content, entry.getSize(), tar);
      }
    }
    tar.closeArchiveEntry();
  }

  /// As many bytes as the entry says, whatever has become of the file; a change that comes while it
  /// is read is told later, and copied then.
  private static void copy(InputStream content, long size, OutputStream to) throws IOException {
    byte[] chunk = new byte[(int) Math.min(CHUNK, size)];
    long left = size;
    while (left > 0) {
      int wanted = (int) Math.min(chunk.length, left);
      int read = content.readNBytes(chunk, 0, wanted);
      Arrays.fill(chunk, read, wanted, (byte) 0);
      to.write(chunk, 0, wanted);
      left -= wanted;
    }
  }
}
