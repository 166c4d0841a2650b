package dev.jcompose.executor.docker;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.IgnoreFile;
import dev.jcompose.model.BuildSource;
import dev.jcompose.planner.ignore.PathPatterns;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/// The files that an image is built from, packed into an archive of its own until it is closed.
///
/// A Dockerfile from elsewhere travels under a name of its own, which the ignore file that travels
/// with it excludes, so that no `COPY` sees it.
final class BuildContext implements AutoCloseable {
  private static final String IGNORE_FILE = ".dockerignore";

  private final Path archive;
  private final String dockerfile;

  private BuildContext(Path archive, String dockerfile) {
    this.archive = archive;
    this.dockerfile = dockerfile;
  }

  static BuildContext of(String doing, BuildSource source) throws IOException {
    Path directory = Path.of(source.context());
    if (!Files.isDirectory(directory)) {
      throw Failures.refused(
          doing,
          EngineException.Kind.NOT_FOUND,
          "`build.context` is \"" + directory + "\", and there is no such directory");
    }
    Path archive = Files.createTempFile("jcompose-build-", ".tar");
    try {
      return new BuildContext(archive, pack(doing, source, directory, archive));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(archive);
      throw e;
    }
  }

  /// The Dockerfile's path in the archive.
  String dockerfile() {
    return dockerfile;
  }

  InputStream open() throws IOException {
    return Files.newInputStream(archive);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(archive);
  }

  private static String pack(String doing, BuildSource source, Path directory, Path archive)
      throws IOException {
    Path file = directory.resolve(source.dockerfile().orElse("Dockerfile")).normalize();
    String ignore = IgnoreFile.text(directory, file);
    Optional<String> foreign = foreignDockerfile(doing, source, directory, file);
    String name =
        foreign
            .map(BuildContext::ownName)
            .orElseGet(() -> directory.relativize(file).toString().replace('\\', '/'));
    try (ContextArchive tar =
        new ContextArchive(new BufferedOutputStream(Files.newOutputStream(archive)))) {
      tar.addAll(directory, PathPatterns.parse(ignore), foreign.isPresent() ? "" : name);
      if (foreign.isPresent()) {
        tar.add(name, foreign.get().getBytes(StandardCharsets.UTF_8));
        String all = ignore + "\n" + name + "\n" + IGNORE_FILE + "\n";
        tar.add(IGNORE_FILE, all.getBytes(StandardCharsets.UTF_8));
      } else if (!ignore.isEmpty()) {
        tar.add(IGNORE_FILE, ignore.getBytes(StandardCharsets.UTF_8));
      }
    }
    return name;
  }

  /// The text of a Dockerfile that is not among the files of the context.
  private static Optional<String> foreignDockerfile(
      String doing, BuildSource source, Path directory, Path file) throws IOException {
    if (source.dockerfileInline().isPresent()) {
      return source.dockerfileInline();
    }
    if (!Files.isRegularFile(file)) {
      throw Failures.refused(
          doing,
          EngineException.Kind.NOT_FOUND,
          "`build.dockerfile` is \"" + file + "\", and there is no such file");
    }
    return file.startsWith(directory)
        ? Optional.empty()
        : Optional.of(Files.readString(file, StandardCharsets.UTF_8));
  }

  /// Made from the content, so that the same build always has the same archive.
  private static String ownName(String content) {
    CRC32 sum = new CRC32();
    sum.update(content.getBytes(StandardCharsets.UTF_8));
    return ".dockerfile." + HexFormat.of().toHexDigits(sum.getValue());
  }
}
