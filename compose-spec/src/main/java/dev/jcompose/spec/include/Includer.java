package dev.jcompose.spec.include;

import dev.jcompose.spec.diagnostic.Cycle;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.merge.Merger;
import dev.jcompose.spec.source.FileReader;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.trail.Trail;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Field;
import dev.jcompose.spec.yaml.Node.Mapping;
import dev.jcompose.spec.yaml.Node.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Takes the projects named by `include` into a document.
///
/// Each is loaded on its own, with its own folder and `.env`. Where both define the same service or
/// other element, the including document is laid over it; of two included ones the first wins.
public final class Includer {
  private static final List<String> SECTIONS =
      List.of("services", "networks", "volumes", "configs", "secrets", "models");
  private static final int DEEPEST = 50;

  private final FileReader files;
  private final IncludedProject.Loader loader;

  public Includer(FileReader files, IncludedProject.Loader loader) {
    this.files = files;
    this.loader = loader;
  }

  /// The document with the included projects in it and `include` gone.
  ///
  /// @param chain the files that led to this document, itself included
  public Mapping apply(Mapping document, LoadContext context, List<Path> chain) {
    Optional<Node> include = document.get("include");
    if (include.isEmpty()) {
      return document;
    }
    Mapping result = document.without("include");
    for (IncludeEntry entry : IncludeEntry.all(include.get(), context.problems())) {
      Optional<Mapping> imported = project(entry, context, chain).flatMap(loader::load);
      if (imported.isPresent()) {
        result = withImported(result, imported.get(), Merger.of(context));
      }
    }
    return result;
  }

  private Optional<IncludedProject> project(
      IncludeEntry entry, LoadContext context, List<Path> chain) {
    Problems problems = context.problems();
    List<Path> paths = new ArrayList<>();
    for (Text path : entry.paths()) {
      files.local(path, context.projectDirectory(), entry.place(), problems).ifPresent(paths::add);
    }
    if (paths.size() < entry.paths().size()
        || !isAllowed(paths.getFirst(), entry, chain, problems)) {
      return Optional.empty();
    }
    Path parent = context.projectDirectory();
    Path folder =
        entry
            .projectDirectory()
            .map(directory -> parent.resolve(directory.value()).normalize())
            .orElseGet(() -> folderOf(paths.getFirst()));
    Trail trail = context.trail().inner();
    LoadContext inner =
        withEnvironment(context, folder, environmentOf(entry, context, folder, trail), trail);
    trail.included(entry.paths().getFirst().span(), paths.stream().map(files::nameOf).toList());
    boolean relative = !context.switches().pathResolution() && !files.isForeign(folder, parent);
    Path base = relative ? parent.relativize(folder) : folder;
    return Optional.of(new IncludedProject(paths, inner, base, chain));
  }

  private static Path folderOf(Path file) {
    return file.resolveSibling("").toAbsolutePath().normalize();
  }

  private boolean isAllowed(Path file, IncludeEntry entry, List<Path> chain, Problems problems) {
    Text typed = entry.paths().getFirst();
    int known = chain.indexOf(file);
    if (known >= 0) {
      List<String> names = chain.subList(known, chain.size()).stream().map(files::nameOf).toList();
      problems.add(
          Diagnostic.error(
              "include-cycle",
              "files include each other in a circle: " + Cycle.of(names),
              typed.span(),
              entry.place()));
    } else if (chain.size() > DEEPEST) {
      problems.add(
          Diagnostic.error(
              "too-deep", "includes nest deeper than " + DEEPEST, typed.span(), entry.place()));
    }
    return known < 0 && chain.size() <= DEEPEST;
  }

  /// The including project's variables, and below them those of the included one's files.
  private SequencedMap<String, String> environmentOf(
      IncludeEntry entry, LoadContext context, Path folder, Trail trail) {
    List<Path> envFiles = new ArrayList<>();
    for (Text file : entry.envFiles()) {
      if (!file.value().equals("/dev/null")) {
        files
            .local(file, context.projectDirectory(), entry.place(), context.problems())
            .ifPresent(envFiles::add);
      }
    }
    Path usual = folder.resolve(".env");
    if (entry.envFiles().isEmpty() && Files.isRegularFile(usual)) {
      envFiles.add(usual);
    }
    return files.withVariables(context.environment(), envFiles, context.problems(), trail);
  }

  private static LoadContext withEnvironment(
      LoadContext context, Path folder, SequencedMap<String, String> environment, Trail trail) {
    return new LoadContext(
        context.projectName(),
        folder,
        environment,
        context.profiles(),
        context.services(),
        context.switches(),
        context.problems(),
        trail);
  }

  private static Mapping withImported(Mapping document, Mapping imported, Merger merger) {
    Mapping result = document;
    for (String section : SECTIONS) {
      Field theirs = imported.fields().get(section);
      if (theirs == null || !(theirs.value() instanceof Mapping below)) {
        continue;
      }
      Field ours = result.fields().get(section);
      if (ours == null || !(ours.value() instanceof Mapping above)) {
        result = result.with(section, theirs);
      } else {
        Mapping both = sections(section, below, above, merger);
        result = result.with(section, new Field(ours.keySpan(), both));
      }
    }
    return result;
  }

  private static Mapping sections(String section, Mapping below, Mapping above, Merger merger) {
    SequencedMap<String, Field> both = new LinkedHashMap<>(above.fields());
    below
        .fields()
        .forEach((key, theirs) -> {
          Field ours = both.get(key);
          both.put(key, ours == null ? theirs : merged(merger, section, key, theirs, ours));
        });
    return new Mapping(both, above.span());
  }

  private static Field merged(Merger merger, String section, String key, Field theirs, Field ours) {
    return switch (ours.value()) {
      case Node.Null _ -> theirs;
      case Mapping above when theirs.value() instanceof Mapping below ->
          new Field(ours.keySpan(), merger.mergeAt(NodePath.of(section, key), below, above));
      default -> ours;
    };
  }
}
