package dev.jcompose.executor.copy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Writes what a tar archive holds below a folder of this machine, and nowhere else: a container
/// may be hostile, and name files with `..` or put links in the way that lead out.
final class Unpacking {
  private static final int PERMISSIONS = 0777;

  private final Path root;
  private final String renamed;
  private final boolean keepsOwners;

  private Unpacking(Path root, String renamed, boolean keepsOwners) {
    this.root = root;
    this.renamed = renamed;
    this.keepsOwners = keepsOwners;
  }

  /// @param folder must be there
  /// @param renamed what the first part of each name becomes; empty: it is left out, so that only
  ///   what is in the folder goes along
  /// @throws CopyException if the archive would have something written elsewhere
  static void read(InputStream archive, Path folder, String renamed, boolean keepsOwners)
      throws IOException {
    var unpacking = new Unpacking(folder.toRealPath(), renamed, keepsOwners);
    try (var tar = new TarArchiveInputStream(archive, "UTF-8")) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpacking.unpack(entry, tar);
      }
    }
  }

  private void unpack(TarArchiveEntry entry, InputStream content) throws IOException {
    Path file = place(entry.getName());
    if (file.equals(root)) {
      return;
    }
    if (!entry.isDirectory() && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new CopyException(root.relativize(file) + " is a folder here and none there");
    }
    if (entry.isDirectory()) {
      folder(file);
    } else if (entry.isSymbolicLink()) {
      Files.deleteIfExists(file);
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    } else if (entry.isLink()) {
      Files.deleteIfExists(file);
      Files.createLink(file, existing(entry.getLinkName()));
      return;
    } else if (entry.isFile()) {
      write(file, content);
    } else {
      return; // Devices and pipes are nothing to have here.
    }
    settle(file, entry);
  }

  /// Where an entry belongs. What leads to it must be folders below the root, be they links or not.
  private Path place(String name) throws IOException {
    int slash = name.indexOf('/');
    String below = slash < 0 ? "" : name.substring(slash + 1);
    Path relative = Path.of(renamed).resolve(below).normalize();
    if (name.startsWith("/") || relative.startsWith("..") || relative.isAbsolute()) {
      throw new CopyException("the container has sent a file that lies elsewhere: " + name);
    }
    Path file = root.resolve(relative).normalize();
    if (file.equals(root)) {
      return root;
    }
    Path parent = file.resolveSibling("").normalize();
    Files.createDirectories(checked(parent, name));
    return checked(parent, name).resolve(root.relativize(file).getFileName());
  }

  /// A folder at or below the root by its real path, as far as it is there.
  private Path checked(Path folder, String name) throws IOException {
    Path there = root;
    for (Path part : root.relativize(folder)) {
      Path next = there.resolve(part);
      if (Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
        if (!Files.exists(next) || !next.toRealPath().startsWith(root)) {
          throw new CopyException("the container has sent a link that leads elsewhere: " + name);
        }
        there = next.toRealPath();
      } else {
        there = next;
      }
    }
    return there;
  }

  private Path existing(String name) throws IOException {
    Path target = place(name);
    if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new CopyException("the container has sent a link to what it has not sent: " + name);
    }
    return target;
  }

  private static void folder(Path file) throws IOException {
    if (!Files.isDirectory(file)) {
      Files.deleteIfExists(file);
      Files.createDirectory(file);
    }
  }

  /// A link that is there is replaced, not followed.
  private static void write(Path file, InputStream content) throws IOException {
    if (Files.isSymbolicLink(file)) {
      Files.delete(file);
    }
    Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void settle(Path file, TarArchiveEntry entry) throws IOException {
    Files.setPosixFilePermissions(file, permissions(entry.getMode() & PERMISSIONS));
    if (keepsOwners) {
      Files.setAttribute(file, "unix:uid", (int) entry.getLongUserId());
      Files.setAttribute(file, "unix:gid", (int) entry.getLongGroupId());
    }
    Files.setLastModifiedTime(file, FileTime.from(entry.getLastModifiedTime().toInstant()));
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] all = PosixFilePermission.values();
    for (int i = 0; i < all.length; i++) {
      if ((mode >> (all.length - 1 - i) & 1) == 1) {
        permissions.add(all[i]);
      }
    }
    return permissions;
  }
}
