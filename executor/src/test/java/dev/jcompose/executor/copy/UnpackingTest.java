package dev.jcompose.executor.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives of hostile containers.
final class UnpackingTest {
  @TempDir Path machine;
  private Path folder;
  private Path outside;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");

  @BeforeEach
  void folders() throws IOException {
    folder = Files.createDirectory(machine.resolve("target"));
    outside = Files.createDirectory(machine.resolve("outside"));
  }

  private void file(String name) throws IOException {
    var content = "hostile".getBytes(StandardCharsets.UTF_8);
    var entry = new TarArchiveEntry(name, true);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private void link(byte kind, String name, String target) throws IOException {
    var entry = new TarArchiveEntry(name, kind);
    entry.setLinkName(target);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  private void unpack() throws IOException {
    tar.close();
    Unpacking.read(new ByteArrayInputStream(bytes.toByteArray()), folder, "copy", false);
  }

  private void isRefused() {
    assertThatExceptionOfType(CopyException.class).isThrownBy(this::unpack);
    assertThat(outside).isEmptyDirectory();
    assertThat(machine.resolve("evil")).doesNotExist();
  }

  @Test
  void aNameCannotLeadOut() throws IOException {
    file("x/../../evil");
    isRefused();
  }

  @Test
  void anAbsoluteNameIsNotOne() throws IOException {
    file(outside.resolve("evil").toString());
    isRefused();
  }

  @Test
  void aFolderThatIsALinkOutIsNotWrittenInto() throws IOException {
    link(TarConstants.LF_SYMLINK, "x/sub", outside.toString());
    file("x/sub/evil");
    isRefused();
  }

  @Test
  void aFileThatIsALinkOutIsReplaced() throws IOException {
    Path victim = Files.writeString(outside.resolve("victim"), "untouched");
    link(TarConstants.LF_SYMLINK, "x/file", victim.toString());
    file("x/file");

    unpack();

    assertThat(victim).hasContent("untouched");
    assertThat(folder.resolve("copy/file")).isRegularFile().hasContent("hostile");
  }

  @Test
  void theWholeCannotBeALinkThatIsWrittenInto() throws IOException {
    link(TarConstants.LF_SYMLINK, "x", outside.toString());
    file("x/evil");
    isRefused();
  }

  @Test
  void aHardLinkCannotMeanAFileOutside() throws IOException {
    Files.writeString(outside.resolve("victim"), "secret");
    link(TarConstants.LF_LINK, "x/file", "x/../../outside/victim");

    assertThatExceptionOfType(CopyException.class).isThrownBy(this::unpack);
    assertThat(folder.resolve("copy/file")).doesNotExist();
  }

  @Test
  void linksThatLeadNowhereBadAreKept() throws IOException {
    file("x/file");
    link(TarConstants.LF_SYMLINK, "x/soft", "file");
    link(TarConstants.LF_LINK, "x/hard", "x/file");

    unpack();

    assertThat(folder.resolve("copy/soft")).isSymbolicLink().hasContent("hostile");
    assertThat(folder.resolve("copy/hard")).isRegularFile().hasContent("hostile");
  }

  @Test
  void aFileDoesNotReplaceAFolder() throws IOException {
    Files.createDirectories(folder.resolve("copy/file"));
    file("x/file");

    assertThatExceptionOfType(CopyException.class).isThrownBy(this::unpack);
  }
}
