package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jcompose.executor.contract.Trial;
import dev.jcompose.executor.copy.CopyException;
import dev.jcompose.executor.copy.Copying;
import dev.jcompose.planner.ContainerId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Copies to and from containers of a real engine.
@Tag("engine")
@Timeout(60)
final class CopyingTest {
  @TempDir Path folder;
  private Trial on;
  private ContainerId container;
  private Copying copying;

  @BeforeAll
  static void needsEngine() throws InterruptedException {
    RealEngine.require();
  }

  @BeforeEach
  void aContainer() throws InterruptedException {
    on = new Trial(RealEngine.open());
    container = on.started("web", "sleep", "600");
    copying = copying(false, false);
  }

  private Copying copying(boolean keepsOwners, boolean followsLink) {
    return new Copying(
        on.engine().access(), container, new Copying.Options(keepsOwners, followsLink));
  }

  @AfterEach
  void leaveNothingBehind() throws InterruptedException {
    on.leaveNothingBehind();
  }

  @Test
  void aFileGoesThereAndBack() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "hello");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));

    copying.fromHere(file, false, "/tmp");
    copying.fromHere(file, false, "/tmp/other name");
    copying.toHere("/tmp/a.txt", folder.resolve("back"), false);
    copying.toHere("/tmp/other name", Files.createDirectory(folder.resolve("sub")), false);

    assertThat(folder.resolve("back")).hasContent("hello");
    assertThat(folder.resolve("sub/other name")).hasContent("hello");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("back"))))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void aFolderGoesWholeOrItsContentAlone() throws Exception {
    Path tree = folder.resolve("tree");
    Files.createDirectories(tree.resolve("empty"));
    Files.writeString(tree.resolve("file"), "x".repeat(300_000));
    Files.createSymbolicLink(tree.resolve("link"), Path.of("file"));

    copying.fromHere(tree, false, "/tmp");
    copying.fromHere(tree, false, "/new");
    copying.fromHere(tree, true, "/tmp");
    copying.toHere("/new", folder.resolve("renamed"), false);
    copying.toHere("/tmp/tree", Files.createDirectory(folder.resolve("into")), false);
    copying.toHere("/tmp/tree/.", folder.resolve("content"), false);

    for (String copy : new String[] {"renamed", "into/tree", "content"}) {
      assertThat(names(folder.resolve(copy))).containsExactly("empty", "file", "link");
      assertThat(folder.resolve(copy).resolve("file")).hasSize(300_000);
      assertThat(folder.resolve(copy).resolve("link")).isSymbolicLink();
    }
    assertThat(on.engine().access().look(container, "/tmp/file")).isPresent();
  }

  @Test
  void aLinkIsCopiedOrFollowed() throws Exception {
    Files.writeString(folder.resolve("target"), "there");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("target"));

    copying.fromHere(link, false, "/tmp/as-link");
    copying(false, true).fromHere(link, false, "/tmp/target");
    copying.toHere("/tmp/as-link", folder.resolve("one"), false);
    copying(false, true).toHere("/tmp/as-link", folder.resolve("two"), false);

    assertThat(folder.resolve("one")).isSymbolicLink();
    assertThat(folder.resolve("two")).isRegularFile().hasContent("there");
  }

  @Test
  void anArchiveGoesThroughAsItIs() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "hello");
    copying.fromHere(file, false, "/tmp");
    var archive = new ByteArrayOutputStream();

    copying.toArchive("/tmp/a.txt", stream -> stream.transferTo(archive));
    copying.fromArchive(new ByteArrayInputStream(archive.toByteArray()), "/");
    copying.toHere("/a.txt", folder.resolve("back"), false);

    assertThat(folder.resolve("back")).hasContent("hello");
  }

  @Test
  void whatIsNotPossibleIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "hello");
    copying.fromHere(file, false, "/tmp");

    refused("there is no /nosuch in the container", () -> copying.toHere("/nosuch", folder, false));
    refused(
        "there is no folder",
        () -> copying.toHere("/tmp/a.txt", folder.resolve("nosuch/b"), false));
    refused(
        "there is no folder", () -> copying.toHere("/tmp/a.txt", folder.resolve("nosuch"), true));
    refused("cannot copy a folder over the file", () -> copying.toHere("/tmp", file, false));
    refused(
        "cannot copy a folder over the file", () -> copying.fromHere(folder, false, "/tmp/a.txt"));
    refused("there is no", () -> copying.fromHere(folder.resolve("nosuch"), false, "/tmp"));
    refused(
        "there is no folder /nosuch/ in the container",
        () -> copying.fromHere(file, false, "/nosuch/"));
    refused(
        "is none in the container",
        () -> copying.fromArchive(new ByteArrayInputStream(new byte[0]), "/nosuch"));
  }

  private interface Attempt {
    void run() throws InterruptedException, IOException;
  }

  private static void refused(String words, Attempt attempt) {
    assertThatExceptionOfType(CopyException.class)
        .isThrownBy(attempt::run)
        .withMessageContaining(words);
  }

  private static String[] names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toArray(String[]::new);
    }
  }
}
