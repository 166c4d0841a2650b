package dev.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jcompose.model.Sensitive;
import dev.jcompose.planner.FileUpload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {
  private record Entry(String name, String content, long uid, long gid, int mode) {}

  private static FileUpload text(String target, String content) {
    return new FileUpload(
        target, new FileUpload.Content.Text(new Sensitive(content)), 1000, 1001, 0440);
  }

  private static byte[] tar(List<FileUpload> files) throws InterruptedException {
    return Tar.of(files, () -> new Sensitive("{}"));
  }

  private static List<Entry> read(byte[] tar) throws IOException {
    var entries = new ArrayList<Entry>();
    try (var in = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.add(
            new Entry(
                entry.getName(),
                new String(in.readAllBytes(), StandardCharsets.UTF_8),
                entry.getLongUserId(),
                entry.getLongGroupId(),
                entry.getMode()));
      }
    }
    return entries;
  }

  @Test
  void aPathIsRelativeToTheDirectoryThatCanBeWrittenTo() throws IOException, InterruptedException {
    var text = new FileUpload.Content.Text(new Sensitive("x"));
    var file = new FileUpload("/run/secrets/key", "/run/secrets", text, 33, 33, 0400);
    assertThat(read(tar(List.of(file)))).extracting(Entry::name).containsExactly("key");
  }

  @Test
  void keepsOwnerAndMode() throws IOException, InterruptedException {
    assertThat(read(tar(List.of(text("/run/secrets/password", "geheim")))))
        .containsExactly(new Entry("run/secrets/password", "geheim", 1000, 1001, 0440));
  }

  @Test
  void holdsSeveralFilesOfAnySize() throws IOException, InterruptedException {
    var files = List.of(text("/a", ""), text("/b", "x".repeat(512)), text("/c", "ü".repeat(700)));
    assertThat(read(tar(files)))
        .extracting(Entry::content)
        .containsExactly("", "x".repeat(512), "ü".repeat(700));
  }

  @Test
  void holdsLongPaths() throws IOException, InterruptedException {
    var paths =
        List.of(
            "/" + "d".repeat(90) + "/" + "f".repeat(90),
            "/" + "f".repeat(150),
            "/" + "ä/".repeat(120) + "f");
    var files = paths.stream().map(path -> text(path, path)).toList();
    assertThat(read(tar(files)))
        .extracting(entry -> "/" + entry.name())
        .containsExactlyElementsOf(paths);
  }

  @Test
  void readsFilesWhenItIsMade(@TempDir Path directory) throws IOException, InterruptedException {
    Path file = Files.writeString(directory.resolve("key"), "secret");
    var upload = new FileUpload("/key", new FileUpload.Content.OfFile(file), 0, 0, 0444);
    assertThat(read(tar(List.of(upload)))).extracting(Entry::content).containsExactly("secret");
  }

  @Test
  void namesAFileThatCannotBeRead(@TempDir Path directory) {
    Path file = directory.resolve("missing");
    var upload = new FileUpload("/key", new FileUpload.Content.OfFile(file), 0, 0, 0444);
    assertThatThrownBy(() -> tar(List.of(upload)))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("/key");
  }
}
