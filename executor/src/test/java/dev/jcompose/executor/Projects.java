package dev.jcompose.executor;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.planner.ConfigHasher;
import dev.jcompose.spec.ProjectLoader;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.source.LoadRequest;
import dev.jcompose.spec.step.LoadSwitches;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Projects from the text of a Compose file, and their digests.
public final class Projects {
  /// The digests of docker compose.
  public static final ConfigHasher HASHER =
      ConfigHasher.of(
          dev.jcompose.spec.write.ConfigHasher::hash,
          dev.jcompose.spec.write.ConfigHasher::hash,
          dev.jcompose.spec.write.ConfigHasher::hash);

  private Projects() {}

  /// The project `shop`.
  public static Project of(String yaml) {
    return named("shop", yaml);
  }

  /// A project of that name.
  public static Project named(String name, String yaml) {
    var choice =
        new LoadRequest.Choice(
            List.of("-"), Optional.of(name), Optional.empty(), List.of(), List.of());
    var surroundings =
        new LoadRequest.Surroundings(
            Ordered.map(),
            Path.of("/srv/shop"),
            () -> new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    try {
      return new ProjectLoader()
          .load(new LoadRequest(choice, surroundings, LoadSwitches.ALL_ON), new Sources())
          .project();
    } catch (InvalidProjectException invalid) {
      throw new IllegalArgumentException(invalid.getMessage(), invalid);
    }
  }
}
