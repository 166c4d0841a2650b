package dev.jcompose.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What commands do when files cannot tell what there is, and labels must.
final class LabelsGoldenTest {
  @TempDir Path folder;

  private Desk desk() {
    return Desk.shop(folder);
  }

  @Test
  void whatTheFilesCannotTellContainersDo() {
    var broken = "name: shop\nservices: {web: {image: \"${IMAGE:?not set}\", depends_on: [db]}}";
    desk()
        .run("--progress", "quiet", "up", "-d")
        .file("compose.yaml", broken)
        .run("ps", "--services")
        .run("stop", "web")
        .run("stop", "nosuch")
        .run("up", "-d")
        .run("--progress", "quiet", "down")
        .run("ps", "-q")
        .check("labels");
  }

  @Test
  void containersOfAnotherFolderAreNotMeant() throws IOException {
    var _ = Files.createDirectory(folder.resolve("other"));
    desk()
        .run("--progress", "quiet", "up", "-d")
        .file("other/compose.yaml", "name: shop\nservices: {web: {image: \"${IMAGE:?not set}\"}}")
        .run("-f", "other/compose.yaml", "down")
        .run("-p", "shop", "-f", "other/compose.yaml", "ps", "-q")
        .check("labels-elsewhere");
  }

  @Test
  void withoutFilesTheNameWillDo() {
    desk()
        .run("--progress", "quiet", "up", "-d")
        .file("compose.yaml", "nonsense: [")
        .run("ps", "-q")
        .run("-p", "shop", "stop")
        .run("-p", "shop", "start")
        .run("--progress", "quiet", "-p", "shop", "down")
        .run("-p", "shop", "start")
        .check("by-name");
  }
}
