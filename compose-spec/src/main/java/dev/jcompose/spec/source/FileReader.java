package dev.jcompose.spec.source;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.dotenv.Assignments;
import dev.jcompose.spec.dotenv.DotEnv;
import dev.jcompose.spec.trail.Trail;
import dev.jcompose.spec.trail.VariableSource;
import dev.jcompose.spec.yaml.Node;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads the files of a project, and remembers them for showing lines of them.
public final class FileReader {
  private final Path currentDirectory;
  private final Sources sources;

  public FileReader(Path currentDirectory, Sources sources) {
    this.currentDirectory = currentDirectory;
    this.sources = sources;
  }

  /// How messages name that file: from where the user stands, if it is below.
  public String nameOf(Path file) {
    return file.startsWith(currentDirectory)
        ? currentDirectory.relativize(file).toString()
        : file.toString();
  }

  /// The file at that path, or nothing if it cannot be read, which is then among the problems.
  ///
  /// @param typed where the user wrote its name, if it stands in a file
  public Optional<SourceFile> read(
      Path file, Optional<Span> typed, NodePath place, Problems problems) {
    try {
      SourceFile source = new SourceFile(nameOf(file), Optional.of(file), Files.readString(file));
      sources.add(source);
      return Optional.of(source);
    } catch (CharacterCodingException _) {
      problems.add(problem(nameOf(file) + " is not in UTF-8", typed, place));
    } catch (IOException _) {
      problems.add(problem(reason(file), typed, place));
    }
    return Optional.empty();
  }

  /// The local file that a path in a document means, or nothing if there is none, which is then
  /// among the problems.
  public Optional<Path> local(Node.Text typed, Path folder, NodePath place, Problems problems) {
    if (RemoteResource.isRemote(typed.value())) {
      problems.add(
          Diagnostic.error(
                  "remote-file",
                  "files in git repositories and registries cannot be read yet",
                  typed.span(),
                  place)
              .withHint("Fetch the file first, and name the local copy."));
      return Optional.empty();
    }
    Path file = folder.resolve(typed.value()).normalize();
    if (!Files.isRegularFile(file) && (!Files.exists(file) || Files.isDirectory(file))) {
      problems.add(problem(reason(file), Optional.of(typed.span()), place));
      return Optional.empty();
    }
    return Optional.of(file);
  }

  /// These variables, and below them those of the files; later files win over earlier ones.
  public SequencedMap<String, String> withVariables(
      SequencedMap<String, String> environment,
      List<Path> envFiles,
      Problems problems,
      Trail trail) {
    Map<String, String> fromFiles = new LinkedHashMap<>();
    Map<String, Span> places = new LinkedHashMap<>();
    Assignments assignments =
        trail.records() ? (name, place, _) -> places.put(name, place) : Assignments.UNNOTICED;
    for (Path path : envFiles) {
      read(path, Optional.empty(), NodePath.ROOT, problems)
          .ifPresent(file ->
              fromFiles.putAll(
                  DotEnv.parse(
                      file,
                      name ->
                          Optional.ofNullable(environment.get(name))
                              .or(() -> Optional.ofNullable(fromFiles.get(name))),
                      problems,
                      assignments)));
    }
    SequencedMap<String, String> both = new LinkedHashMap<>(environment);
    fromFiles.forEach(both::putIfAbsent);
    places.forEach((name, place) -> {
      if (!environment.containsKey(name)) {
        trail.variable(name, new VariableSource.Line(place));
      }
    });
    return both;
  }

  private String reason(Path file) {
    if (Files.isDirectory(file)) {
      return nameOf(file) + " is a directory, not a file";
    }
    return Files.exists(file) ? nameOf(file) + " cannot be read" : "no such file: " + nameOf(file);
  }

  private static Diagnostic problem(String message, Optional<Span> typed, NodePath place) {
    return new Diagnostic(
        Diagnostic.Severity.ERROR, "file-not-readable", message, typed, place, Optional.empty());
  }
}
