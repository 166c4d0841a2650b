package dev.jcompose.spec.load;

import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.trail.Trail;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.YamlReader;
import java.util.List;

/// A file and the documents in it.
public record ParsedFile(SourceFile source, List<Node.Mapping> documents) {
  public ParsedFile {
    documents = List.copyOf(documents);
  }

  /// Parses that file.
  public static ParsedFile of(SourceFile source, Problems problems, Trail trail) {
    List<Node.Mapping> documents = YamlReader.read(source, problems, trail::aliased);
    documents.forEach(trail::typed);
    return new ParsedFile(source, documents);
  }
}
