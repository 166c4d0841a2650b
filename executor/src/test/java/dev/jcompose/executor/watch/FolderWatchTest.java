package dev.jcompose.executor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is heard of changed files.
@Timeout(60)
final class FolderWatchTest {
  private static final int MANY = 3000;

  @TempDir Path top;
  private Path root;
  private FolderWatch watch;

  @BeforeEach
  void open() throws IOException {
    root = top.toRealPath().resolve("root");
    write("old/file");
    write("out/file");
    watch = watching(folder -> !folder.endsWith("out"));
  }

  @AfterEach
  void close() {
    watch.close();
  }

  private FolderWatch watching(Predicate<Path> matters) {
    return FolderWatch.open(
        List.of(root), folder -> folder.startsWith(root) && matters.test(folder));
  }

  private void write(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
  }

  /// Waits until all of these have changed, and gives all that has, without the root's path.
  private Set<String> until(String... names) throws InterruptedException {
    var all = new TreeSet<String>();
    while (!all.containsAll(List.of(names))) {
      watch.await().forEach(path -> all.add(root.relativize(path).toString()));
    }
    return all;
  }

  @Test
  void changesThatComeTogetherAreToldTogether() throws Exception {
    write("old/file");
    write("new");

    assertThat(watch.await()).containsExactly(root.resolve("new"), root.resolve("old/file"));
  }

  @Test
  void whatIsInNewFoldersIsToldAndWatched() throws Exception {
    write("a/b/c/first");
    assertThat(until("a", "a/b", "a/b/c", "a/b/c/first")).hasSize(4);

    write("a/b/c/second");
    assertThat(until("a/b/c/second")).hasSize(1);
  }

  @Test
  void aMovedFolderIsToldAtBothPlacesAndWatchedAtTheNewOne() throws Exception {
    Files.move(root.resolve("old"), root.resolve("moved"));
    assertThat(until("old", "moved/file")).containsExactlyInAnyOrder("old", "moved", "moved/file");

    write("moved/file");
    assertThat(until("moved/file")).hasSize(1);
  }

  @Test
  void foldersThatDoNotMatterAreNotHeardOf() throws Exception {
    write("out/file");
    write("out/deep/file");
    write("old/file");

    assertThat(until("old/file")).hasSize(1);
    assertThat(watch.present())
        .containsExactlyInAnyOrder(
            root, root.resolve("old"), root.resolve("out"), root.resolve("old/file"));
  }

  @Test
  void aRootThatComesAndGoesIsWaitedFor() throws Exception {
    Files.move(root, top.resolve("away"));
    assertThat(until("")).hasSize(1);

    write("back");
    assertThat(until("back")).contains("");
    write("more");
    assertThat(until("more")).hasSize(1);
  }

  @Test
  void nothingIsLostWhenTheSystemHasTooMuchToTell() throws Exception {
    for (int i = 0; i < MANY; i++) {
      write("old/f" + i);
    }
    var told = until("old/f0", "old/f" + (MANY - 1));
    for (int i = 0; i < MANY; i++) {
      Files.delete(root.resolve("old/f" + i));
    }
    var gone = until("old/f0", "old/f" + (MANY - 1));

    assertThat(told.stream().filter(name -> !name.equals("old/file"))).hasSize(MANY);
    assertThat(gone.stream().filter(name -> !name.equals("old/file"))).hasSize(MANY);
  }
}
