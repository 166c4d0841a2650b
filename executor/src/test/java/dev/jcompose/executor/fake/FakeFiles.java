package dev.jcompose.executor.fake;

import dev.jcompose.executor.access.PathInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// The files that were copied into a container, by their absolute paths. A folder is there when a
/// file is in it; `/` and `/tmp` always are.
final class FakeFiles {
  private final Map<String, byte[]> files = new TreeMap<>();

  Optional<PathInfo> look(String path) {
    String plain = plain(path);
    String name = plain.substring(plain.lastIndexOf('/') + 1);
    if (files.containsKey(plain)) {
      return Optional.of(new PathInfo(name, PathInfo.Kind.FILE, ""));
    }
    boolean folder =
        plain.isEmpty()
            || plain.equals("/tmp")
            || files.keySet().stream().anyMatch(file -> file.startsWith(plain + "/"));
    return folder ? Optional.of(new PathInfo(name, PathInfo.Kind.FOLDER, "")) : Optional.empty();
  }

  byte[] pack(String path) {
    String plain = plain(path);
    String parent = plain.substring(0, Math.max(0, plain.lastIndexOf('/')));
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      for (var file : files.entrySet()) {
        if (file.getKey().equals(plain) || file.getKey().startsWith(plain + "/")) {
          var entry = new TarArchiveEntry(file.getKey().substring(parent.length() + 1));
          entry.setSize(file.getValue().length);
          tar.putArchiveEntry(entry);
          tar.write(file.getValue());
          tar.closeArchiveEntry();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// Unpacks the files of an archive, and gives their number.
  int unpack(String folder, byte[] archive) {
    int count = 0;
    try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(archive), "UTF-8")) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile()) {
          files.put(plain(folder) + "/" + entry.getName(), tar.readAllBytes());
          count++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return count;
  }

  private static String plain(String path) {
    return path.replaceFirst("/+$", "");
  }
}
