package dev.jcompose.executor.copy;

import dev.jcompose.model.Orders;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// Writes a file or folder of this machine as a tar archive. Symbolic links below it stay links;
/// what is neither file, folder nor link is left out.
final class Packing {
  private final TarArchiveOutputStream tar;

  private Packing(TarArchiveOutputStream tar) {
    this.tar = tar;
  }

  /// An archive that takes names and sizes of any length.
  static TarArchiveOutputStream archive(OutputStream stream) {
    var tar = new TarArchiveOutputStream(stream, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
    return tar;
  }

  /// @param name what it is called in the archive; empty: only what is in the folder goes along
  static void write(Path source, String name, OutputStream archive) throws IOException {
    try (var tar = archive(archive)) {
      new Packing(tar).add(source, name);
    }
  }

  private void add(Path file, String name) throws IOException {
    if (!name.isEmpty()) {
      var entry = entry(file, name);
      if (entry.isEmpty()) {
        return;
      }
      tar.putArchiveEntry(entry.get());
      if (entry.get().isFile() && !entry.get().isSymbolicLink()) {
        Files.copy(file, tar);
      }
      tar.closeArchiveEntry();
    }
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      for (Path child : children(file)) {
        add(child, (name.isEmpty() ? "" : name + "/") + child.getFileName());
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted(Orders.by(Path::getFileName)).toList();
    }
  }

  /// What the archive says about a file before its content; empty for what is left out.
  static Optional<TarArchiveEntry> entry(Path file, String name) throws IOException {
    var attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isOther()) {
      return Optional.empty();
    }
    TarArchiveEntry entry;
    if (attributes.isSymbolicLink()) {
      entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      entry.setLinkName(Files.readSymbolicLink(file).toString());
    } else {
      entry = new TarArchiveEntry(attributes.isDirectory() ? name + "/" : name);
      entry.setSize(attributes.isDirectory() ? 0 : attributes.size());
    }
    Map<String, Object> unix =
        Files.readAttributes(file, "unix:uid,gid,permissions", LinkOption.NOFOLLOW_LINKS);
    entry.setIds((int) unix.getOrDefault("uid", 0), (int) unix.getOrDefault("gid", 0));
    if (unix.get("permissions") instanceof Set<?> permissions) {
      entry.setMode(mode(permissions));
    }
    entry.setModTime(attributes.lastModifiedTime().toMillis());
    return Optional.of(entry);
  }

  private static int mode(Set<?> permissions) {
    int mode = 0;
    for (PosixFilePermission permission : PosixFilePermission.values()) {
      mode = mode << 1 | (permissions.contains(permission) ? 1 : 0);
    }
    return mode;
  }
}
