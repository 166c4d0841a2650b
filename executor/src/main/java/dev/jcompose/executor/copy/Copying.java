package dev.jcompose.executor.copy;

import dev.jcompose.executor.access.Access;
import dev.jcompose.executor.access.PathInfo;
import dev.jcompose.planner.ContainerId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// Copies files between this machine and a container.
///
/// Paths mean what they mean to `cp -a`: into a folder that is there, else under a new name; a
/// source that ends in `/.` is what is in the folder.
public final class Copying {
  private static final String CONTENT = "/.";

  private final Access access;
  private final ContainerId container;
  private final Options options;

  /// How files are copied.
  ///
  /// @param keepsOwners whether files belong to the same user and group by number
  /// @param followsLink whether a source that is a symbolic link means what it leads to
  public record Options(boolean keepsOwners, boolean followsLink) {}

  public Copying(Access access, ContainerId container, Options options) {
    this.access = access;
    this.container = container;
    this.options = options;
  }

  /// Copies from the container into a file or folder of this machine.
  ///
  /// @param source absolute, or from the container's root
  /// @throws CopyException if that is not possible
  /// @throws IOException if something cannot be written here
  public void toHere(String source, Path target, boolean targetIsFolder)
      throws InterruptedException, IOException {
    String path = resolved(withoutDot(source));
    PathInfo info = existing(path);
    boolean isThere = Files.exists(target);
    boolean intoFolder = Files.isDirectory(target);
    if (isThere && !intoFolder && info.kind() == PathInfo.Kind.FOLDER) {
      throw new CopyException("cannot copy a folder over the file " + target);
    }
    if (!isThere && targetIsFolder && info.kind() != PathInfo.Kind.FOLDER) {
      throw new CopyException("there is no folder " + target);
    }
    if (source.endsWith(CONTENT) && info.kind() == PathInfo.Kind.FOLDER) {
      if (!isThere) {
        Files.createDirectory(target);
      }
      unpack(path, target, "");
    } else if (intoFolder) {
      unpack(path, target, info.name());
    } else {
      Path parent = target.toAbsolutePath().normalize().getParent();
      if (parent == null || !Files.isDirectory(parent)) {
        throw new CopyException("there is no folder " + parent);
      }
      unpack(path, parent, target.toAbsolutePath().normalize().getFileName().toString());
    }
  }

  private void unpack(String path, Path folder, String name)
      throws InterruptedException, IOException {
    access.download(
        container, path, archive -> Unpacking.read(archive, folder, name, options.keepsOwners()));
  }

  /// Hands over a file or folder of the container as a tar archive.
  ///
  /// @throws CopyException if it is not there
  public void toArchive(String source, Access.ArchiveReader reader)
      throws InterruptedException, IOException {
    String path = resolved(withoutDot(source));
    var _ = existing(path);
    access.download(container, path, reader);
  }

  private static String withoutDot(String source) {
    return source.endsWith(CONTENT) ? source.substring(0, source.length() - 1) : source;
  }

  private PathInfo existing(String path) throws InterruptedException {
    return access
        .look(container, path)
        .orElseThrow(() -> new CopyException("there is no " + path + " in the container"));
  }

  /// The source, or what it leads to.
  private String resolved(String source) throws InterruptedException {
    if (!options.followsLink()) {
      return source;
    }
    return access
        .look(container, source)
        .filter(info -> info.kind() == PathInfo.Kind.LINK)
        .map(PathInfo::linkTarget)
        .orElse(source);
  }

  /// Copies from a file or folder of this machine into the container.
  ///
  /// @param content whether what is in the folder is meant
  /// @throws CopyException if that is not possible
  /// @throws IOException if something cannot be read here
  public void fromHere(Path source, boolean content, String target)
      throws InterruptedException, IOException {
    Path file = options.followsLink() || content ? source.toRealPath() : source;
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new CopyException("there is no " + source);
    }
    boolean isFolder = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    Optional<PathInfo> there = targetInfo(target);
    boolean intoFolder = there.filter(info -> info.kind() == PathInfo.Kind.FOLDER).isPresent();
    if (isFolder && there.isPresent() && !intoFolder) {
      throw new CopyException("cannot copy a folder over the file " + target);
    }
    if (there.isEmpty() && target.endsWith("/") && !isFolder) {
      throw new CopyException("there is no folder " + target + " in the container");
    }
    if (intoFolder) {
      String name = content ? "" : source.toAbsolutePath().normalize().getFileName().toString();
      pack(file, name, target);
    } else {
      String whole = target.replaceFirst("/+$", "");
      int slash = whole.lastIndexOf('/');
      String parent = slash <= 0 ? "/" : whole.substring(0, slash);
      pack(file, whole.substring(slash + 1), parent);
    }
  }

  /// Unpacks a tar archive into a folder of the container.
  ///
  /// @throws CopyException if that is no folder
  public void fromArchive(InputStream archive, String target)
      throws InterruptedException, IOException {
    if (targetInfo(target).filter(info -> info.kind() == PathInfo.Kind.FOLDER).isEmpty()) {
      throw new CopyException(
          "an archive is unpacked into a folder; " + target + " is none in the container");
    }
    access.upload(container, target, archive, options.keepsOwners());
  }

  private Optional<PathInfo> targetInfo(String target) throws InterruptedException {
    Optional<PathInfo> info = access.look(container, target);
    if (info.filter(found -> found.kind() == PathInfo.Kind.LINK).isEmpty()) {
      return info;
    }
    return access.look(container, info.get().linkTarget());
  }

  private void pack(Path file, String name, String folder)
      throws InterruptedException, IOException {
    try (var archive = new PipedArchive(stream -> Packing.write(file, name, stream))) {
      access.upload(container, folder, archive, options.keepsOwners());
    }
  }
}
