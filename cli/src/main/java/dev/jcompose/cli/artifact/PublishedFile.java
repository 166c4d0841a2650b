package dev.jcompose.cli.artifact;

import dev.jcompose.executor.registry.Descriptor;
import dev.jcompose.planner.Labels;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A file of a project as it is sent to a registry.
public final class PublishedFile {
  private final Kind kind;
  private final String name;
  private final byte[] content;

  /// @param name without folders
  public PublishedFile(Kind kind, String name, byte[] content) {
    this.kind = kind;
    this.name = name;
    this.content = content.clone();
  }

  /// What it is to the project.
  public enum Kind {
    /// One of its Compose files.
    COMPOSE,
    /// A Compose file that services extend.
    EXTENDED,
    /// A file of variables.
    VARIABLES
  }

  /// What it is called where it comes to.
  public String name() {
    return name;
  }

  /// Its bytes.
  public byte[] content() {
    return content.clone();
  }

  Descriptor descriptor() {
    SequencedMap<String, String> annotations = new LinkedHashMap<>();
    annotations.put(ArtifactFormat.VERSION, Labels.OUR_VERSION);
    return switch (kind) {
      case COMPOSE -> {
        annotations.put(ArtifactFormat.FILE_NAME, name);
        yield Descriptor.of(ArtifactFormat.COMPOSE_FILE, content, annotations);
      }
      case EXTENDED -> {
        annotations.put(ArtifactFormat.FILE_NAME, name);
        annotations.put(ArtifactFormat.EXTENDED, "true");
        yield Descriptor.of(ArtifactFormat.COMPOSE_FILE, content, annotations);
      }
      case VARIABLES -> {
        annotations.put(ArtifactFormat.ENV_FILE_NAME, name);
        yield Descriptor.of(ArtifactFormat.ENV_FILE, content, annotations);
      }
    };
  }
}
