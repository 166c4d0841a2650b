package dev.jcompose.spec.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TextFileTest {
  @TempDir Path folder;

  @Test
  void aFileMayStandInAnotherFileSystem() throws IOException {
    try (var archive =
        FileSystems.newFileSystem(folder.resolve("files.zip"), Map.of("create", "true"))) {
      var file = Files.writeString(archive.getPath("compose.yaml"), "services: {}");
      assertThat(TextFile.read(file, CodingErrorAction.REPORT)).contains("services: {}");
    }
  }

  @Test
  void whatIsInTheWayIsNamed() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> TextFile.read(folder.resolve("missing.yaml"), CodingErrorAction.REPORT));
  }
}
