package dev.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.fake.FakeEngine;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectFiles;
import dev.jcompose.planner.ObservedFolder;
import dev.jcompose.planner.ObservedFolder.Place;
import dev.jcompose.planner.PlanOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where containers were made from, seen from the folder at hand.
class FoldersTest {
  private final FakeEngine engine = new FakeEngine();
  @TempDir Path root;

  private Path folder(String name) throws IOException {
    var folder = Files.createDirectory(root.resolve(name));
    Files.createFile(folder.resolve("compose.yaml"));
    return folder;
  }

  private static Project in(Path folder) {
    var project = Shapes.named("one");
    var files = new ProjectFiles(folder, List.of(folder.resolve("compose.yaml")), List.of());
    return new Project(
        project.name(),
        files,
        project.services(),
        Ordered.map(),
        project.networks(),
        project.volumes(),
        project.configs(),
        project.secrets(),
        project.models(),
        project.extensions());
  }

  private Reconciler.Result up(Path folder) throws InterruptedException {
    return new Reconciler(engine, Projects.HASHER, RunOptions.DEFAULT)
        .reconcile(in(folder), PlanOptions.Up.DEFAULTS, Reconciler.Audience.SILENT);
  }

  private List<Place> places(Path folder) throws InterruptedException {
    return new Observer(engine, Projects.HASHER)
        .observe(in(folder)).folders().stream().map(ObservedFolder::place).toList();
  }

  @Test
  void anotherFolderIsRefusedWithoutConsent() throws Exception {
    up(folder("one"));
    var two = folder("two");
    assertThat(places(two)).containsExactly(Place.ELSEWHERE);
    int calls = engine.calls().log().size();
    assertThat(up(two)).isInstanceOf(Reconciler.Result.Refused.class);
    assertThat(engine.calls().log().subList(calls, engine.calls().log().size()))
        .allMatch(call -> call.kind().name().matches("LIST_.*|INSPECT_.*"));
  }

  @Test
  void aSymbolicLinkIsTheSameFolder() throws Exception {
    up(folder("one"));
    var link = Files.createSymbolicLink(root.resolve("link"), root.resolve("one"));
    assertThat(places(link)).containsExactly(Place.OWN);
  }

  @Test
  void aFolderThatMovedIsGone() throws Exception {
    up(folder("one"));
    var moved = Files.move(root.resolve("one"), root.resolve("moved"));
    assertThat(places(moved)).containsExactly(Place.GONE);
    assertThat(up(moved)).isInstanceOf(Reconciler.Result.Ended.class);
  }
}
