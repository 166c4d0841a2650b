package dev.jcompose.executor.docker;

import dev.jcompose.planner.ignore.PathPatterns;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// A tar archive of a build context: sorted, everything owned by root as docker's own client does.
final class ContextArchive implements AutoCloseable {
  private static final String IGNORE_FILE = ".dockerignore";
  private static final int FILE_MODE = 0644;

  private final TarArchiveOutputStream tar;

  ContextArchive(OutputStream output) {
    tar = new TarArchiveOutputStream(output, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
  }

  /// Adds a text as a file.
  void add(String name, byte[] content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setMode(FILE_MODE);
    entry.setModTime(0);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /// Adds a directory's files that are not ignored, without its ignore file.
  ///
  /// @param needed goes along even when it is ignored; empty: no file does
  void addAll(Path directory, PathPatterns rules, String needed) throws IOException {
    addBelow(directory, directory, rules, needed);
  }

  private void addBelow(Path root, Path directory, PathPatterns rules, String needed)
      throws IOException {
    for (Path file : sorted(directory)) {
      String name = root.relativize(file).toString().replace('\\', '/');
      if (name.equals(IGNORE_FILE)) {
        continue;
      }
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      boolean ignored = rules.fit(name) && !name.equals(needed);
      if (!ignored) {
        add(file, name, attributes);
      }
      boolean mayHold = !ignored || rules.hasExceptions() || needed.startsWith(name + "/");
      if (attributes.isDirectory() && mayHold) {
        addBelow(root, file, rules, needed);
      }
    }
  }

  private void add(Path file, String name, BasicFileAttributes attributes) throws IOException {
    if (attributes.isOther()) {
      return;
    }
    TarArchiveEntry entry = entry(file, name, attributes);
    entry.setModTime(attributes.lastModifiedTime().toMillis());
    entry.setIds(0, 0);
    if (!attributes.isSymbolicLink()) {
      entry.setMode(mode(file));
    }
    tar.putArchiveEntry(entry);
    if (attributes.isRegularFile()) {
      Files.copy(file, tar);
    }
    tar.closeArchiveEntry();
  }

  private static TarArchiveEntry entry(Path file, String name, BasicFileAttributes attributes)
      throws IOException {
    if (attributes.isSymbolicLink()) {
      TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      link.setLinkName(Files.readSymbolicLink(file).toString());
      return link;
    }
    TarArchiveEntry entry = new TarArchiveEntry(attributes.isDirectory() ? name + "/" : name);
    entry.setSize(attributes.isRegularFile() ? attributes.size() : 0);
    return entry;
  }

  private static int mode(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return 0755;
    }
    return (Integer) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777;
  }

  private static List<Path> sorted(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
