package dev.jcompose.spec.source;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.dotenv.Assignments;
import dev.jcompose.spec.dotenv.DotEnv;
import dev.jcompose.spec.remote.LocalCopy;
import dev.jcompose.spec.remote.RemoteException;
import dev.jcompose.spec.remote.RemoteReference;
import dev.jcompose.spec.remote.RemoteResources;
import dev.jcompose.spec.trail.Trail;
import dev.jcompose.spec.trail.VariableSource;
import dev.jcompose.spec.yaml.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// Reads the files of a project, and remembers them for showing lines of them.
public final class FileReader {
  private final Path currentDirectory;
  private final Sources sources;
  private final RemoteResources remotes;
  private final Map<String, LocalCopy> copies = new LinkedHashMap<>();

  public FileReader(LoadRequest.Surroundings surroundings, Sources sources) {
    this.currentDirectory = surroundings.currentDirectory();
    this.sources = sources;
    this.remotes = surroundings.remotes();
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
    return read(
        new Input(
            nameOf(file),
            Optional.of(file),
            () -> reason(file),
            () -> TextFile.read(file, CodingErrorAction.REPORT)),
        typed,
        place,
        problems);
  }

  /// What comes in on standard input, or nothing if it cannot be read, which is then among the
  /// problems.
  Optional<SourceFile> read(InputStream standardInput, Problems problems) {
    return read(
        new Input(
            "stdin",
            Optional.empty(),
            () -> "stdin cannot be read",
            () -> TextFile.read(standardInput, CodingErrorAction.REPORT)),
        Optional.empty(),
        NodePath.ROOT,
        problems);
  }

  /// Something to read.
  ///
  /// @param failure why it cannot be read, when it cannot
  private record Input(
      String name, Optional<Path> path, Supplier<String> failure, Reading reading) {}

  private interface Reading {
    /// Nothing, if it is too large.
    Optional<String> text() throws IOException;
  }

  private Optional<SourceFile> read(
      Input file, Optional<Span> typed, NodePath place, Problems problems) {
    try {
      Optional<SourceFile> source =
          file.reading().text().map(text -> new SourceFile(file.name(), file.path(), text));
      source.ifPresentOrElse(
          sources::add,
          () ->
              problems.add(
                  problem("file-too-large", file.name() + " is larger than 16 MiB", typed, place)));
      return source;
    } catch (CharacterCodingException _) {
      problems.add(problem(file.name() + " is not in UTF-8", typed, place));
    } catch (IOException _) {
      problems.add(problem(file.failure().get(), typed, place));
    }
    return Optional.empty();
  }

  /// The local file that a path in a document means, or nothing if there is none, which is then
  /// among the problems.
  public Optional<Path> local(Node.Text typed, Path folder, NodePath place, Problems problems) {
    if (RemoteReference.isRemote(typed.value())) {
      return fetched(typed.value(), "", Optional.of(typed.span()), place, problems);
    }
    Path file = folder.resolve(typed.value()).normalize();
    if (!Files.isRegularFile(file) && (!Files.exists(file) || Files.isDirectory(file))) {
      problems.add(problem(reason(file), Optional.of(typed.span()), place));
      return Optional.empty();
    }
    if (leadsOut(typed, folder, file)) {
      problems.add(
          problem(
              "a file from elsewhere names only files that came with it, and not " + file,
              Optional.of(typed.span()),
              place));
      return Optional.empty();
    }
    return Optional.of(file);
  }

  /// The local copy of a file from elsewhere, or nothing if it cannot be had, which is then among
  /// the problems.
  Optional<Path> fetch(String reference, Problems problems) {
    return fetched(reference, reference + ": ", Optional.empty(), NodePath.ROOT, problems);
  }

  /// Whether that file came from elsewhere, while that folder did not.
  public boolean isForeign(Path file, Path folder) {
    return root(file).filter(root -> !folder.startsWith(root)).isPresent();
  }

  private Optional<Path> fetched(
      String reference, String prefix, Optional<Span> typed, NodePath place, Problems problems) {
    LocalCopy known = copies.get(reference);
    if (known != null) {
      return Optional.of(known.file());
    }
    try {
      LocalCopy copy = remotes.fetch(RemoteReference.parse(reference));
      copies.put(reference, copy);
      return Optional.of(copy.file());
    } catch (RemoteException e) {
      problems.add(
          new Diagnostic(
              Diagnostic.Severity.ERROR,
              "remote-file",
              prefix + e.getMessage(),
              typed,
              place,
              e.hint()));
      return Optional.empty();
    }
  }

  /// Whether text in a file from elsewhere leads out of what came with it, as a link may; the
  /// folder it starts at is all right, as whoever names the file may choose it.
  private boolean leadsOut(Node.Text typed, Path folder, Path file) {
    Optional<Path> root =
        sources.file(typed.span().file()).flatMap(SourceFile::path).flatMap(this::root);
    try {
      return root.isPresent()
          && !file.toRealPath().startsWith(root.get().toRealPath())
          && !file.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException _) {
      return true;
    }
  }

  private Optional<Path> root(Path file) {
    return copies.values().stream().map(LocalCopy::root).filter(file::startsWith).findFirst();
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
    return problem("file-not-readable", message, typed, place);
  }

  private static Diagnostic problem(
      String code, String message, Optional<Span> typed, NodePath place) {
    return new Diagnostic(Diagnostic.Severity.ERROR, code, message, typed, place, Optional.empty());
  }
}
