package dev.jcompose.executor.docker;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.access.Access;
import dev.jcompose.executor.access.PathInfo;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.planner.ContainerId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;

/// Files of containers, as the engine hands them over and takes them.
final class Archives {
  private static final String INFO = "X-Docker-Container-Path-Stat";

  /// Go's bits for what a file is.
  private static final long FOLDER = 1L << 31;

  private static final long LINK = 1L << 27;
  private static final long IRREGULAR = 1L << 26 | 1L << 25 | 1L << 24 | 1L << 21 | 1L << 19;

  private final Transport transport;

  Archives(Transport transport) {
    this.transport = transport;
  }

  Optional<PathInfo> look(ContainerId id, String path) throws InterruptedException {
    String doing = "look at " + path + " in container " + id.brief();
    try {
      return transport.send(
          Call.head(doing, "containers", id.value(), "archive").query("path", path),
          answer -> {
            byte[] info = Base64.getDecoder().decode(answer.header(INFO).orElse(""));
            return Optional.of(info(JsonValue.parse(info)));
          });
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static PathInfo info(JsonValue stat) {
    long mode = stat.path("mode").asLong();
    PathInfo.Kind kind = PathInfo.Kind.FILE;
    if ((mode & FOLDER) != 0) {
      kind = PathInfo.Kind.FOLDER;
    } else if ((mode & LINK) != 0) {
      kind = PathInfo.Kind.LINK;
    } else if ((mode & IRREGULAR) != 0) {
      kind = PathInfo.Kind.OTHER;
    }
    return new PathInfo(stat.path("name").asText(), kind, stat.path("linkTarget").asText());
  }

  void download(ContainerId id, String path, Access.ArchiveReader reader)
      throws InterruptedException, IOException {
    Call call =
        Call.get(
                "read " + path + " from container " + id.brief(),
                "containers",
                id.value(),
                "archive")
            .query("path", path);
    try {
      var _ =
          transport.send(
              call,
              answer -> {
                try {
                  reader.read(answer.body());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
                return true;
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  void upload(ContainerId id, String folder, InputStream archive, boolean keepsOwners)
      throws InterruptedException {
    transport.run(
        put(id, folder, archive)
            .query("noOverwriteDirNonDir", true)
            .query("copyUIDGID", keepsOwners));
  }

  void replace(ContainerId id, InputStream archive) throws InterruptedException {
    transport.run(put(id, "/", archive).query("copyUIDGID", true));
  }

  private static Call put(ContainerId id, String folder, InputStream archive) {
    return Call.put(
            "write into " + folder + " of container " + id.brief(),
            "containers",
            id.value(),
            "archive")
        .query("path", folder)
        .body("application/x-tar", archive);
  }
}
