package dev.jcompose.spec.git;

import dev.jcompose.spec.remote.RemoteException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checked-out commits, one folder each, named by the commit.
///
/// The commit is all of the key, as in docker compose: it stands for the content wherever it came
/// from, and so the paths in a project, and with them its containers' configuration, are the same
/// for both programs. A folder appears whole or not at all: a commit is checked out beside it
/// first, so several processes may want the same one at once.
final class Checkouts {
  private static final Pattern DETACHED = Pattern.compile("[0-9a-f]{40}(?:[0-9a-f]{24})?");

  private final Path cache;
  private final GitProgram git;

  /// @param cache need not exist yet
  Checkouts(Path cache, GitProgram git) {
    this.cache = cache;
    this.git = git;
  }

  /// The folder with that commit of that repository, which is fetched unless it is there.
  Path of(String repository, String commit) throws RemoteException {
    Path folder = cache.resolve(commit);
    if (isWhole(folder)) {
      return folder;
    }
    Path beside = temporary(commit);
    try {
      git.must("the repository cannot be set up", beside, "init", "--quiet", "--template=");
      git.must(
          "cannot fetch " + LastWords.safe(repository),
          beside,
          "fetch",
          "--quiet",
          "--no-tags",
          "--depth=1",
          "--",
          repository,
          commit);
      git.must("cannot check out " + commit, beside, "checkout", "--quiet", "--detach", commit);
      publish(beside, folder);
    } finally {
      delete(beside);
    }
    return folder;
  }

  /// git writes the commit into `HEAD` when all else is done, so this tells what another program
  /// left halfway.
  private static boolean isWhole(Path folder) {
    try {
      return DETACHED.matcher(Files.readString(folder.resolve(".git/HEAD")).strip()).matches();
    } catch (IOException _) {
      return false;
    }
  }

  private Path temporary(String commit) throws RemoteException {
    try {
      Files.createDirectories(cache);
      return Files.createTempDirectory(cache, ".new-" + commit.substring(0, 12) + "-");
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static void publish(Path beside, Path folder) throws RemoteException {
    try {
      move(beside, folder);
    } catch (IOException first) {
      if (isWhole(folder)) {
        return;
      }
      Path broken = beside.resolveSibling(beside.getFileName() + "-broken");
      try {
        move(folder, broken);
        move(beside, folder);
      } catch (IOException e) {
        e.addSuppressed(first);
        if (!isWhole(folder)) {
          throw failed(e);
        }
      } finally {
        delete(broken);
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private static RemoteException failed(IOException e) {
    return new RemoteException(
        "the repository cannot be kept: " + e.getMessage(),
        "The folder for such files is `docker-compose` in `XDG_CACHE_HOME`, or else in `~/.cache`.");
  }

  private static void delete(Path folder) {
    try {
      if (Files.exists(folder)) {
        Files.walkFileTree(folder, new Deletion());
      }
    } catch (IOException _) {
      return;
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
