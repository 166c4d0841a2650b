package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.spec.ProjectLoader;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.source.LoadRequest;
import dev.jcompose.spec.step.LoadSwitches;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Projects from text, named `shop`, as if read from `/shop/compose.yaml`.
final class Yaml {
  /// The real digests, so that tests see what users see.
  static final ConfigHasher HASHER =
      ConfigHasher.of(
          dev.jcompose.spec.write.ConfigHasher::hash,
          dev.jcompose.spec.write.ConfigHasher::hash,
          dev.jcompose.spec.write.ConfigHasher::hash);

  private Yaml() {}

  static Project project(String text, String... profiles) {
    var request =
        new LoadRequest(
            new LoadRequest.Choice(
                List.of("-"),
                Optional.of("shop"),
                Optional.of(Path.of("/shop")),
                List.of(),
                List.of(profiles)),
            new LoadRequest.Surroundings(
                Ordered.map(Map.of("DB_PASSWORD", "hush")),
                Path.of("/shop"),
                () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
            LoadSwitches.ALL_ON);
    try {
      return new ProjectLoader().load(request, new Sources()).project();
    } catch (InvalidProjectException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
