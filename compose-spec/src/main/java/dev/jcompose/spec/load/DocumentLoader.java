package dev.jcompose.spec.load;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.extend.BaseFile;
import dev.jcompose.spec.extend.Extender;
import dev.jcompose.spec.include.IncludedProject;
import dev.jcompose.spec.include.Includer;
import dev.jcompose.spec.interpolate.Interpolator;
import dev.jcompose.spec.merge.Merger;
import dev.jcompose.spec.merge.TagRemover;
import dev.jcompose.spec.merge.UniqueItems;
import dev.jcompose.spec.path.PathResolver;
import dev.jcompose.spec.source.FileReader;
import dev.jcompose.spec.source.ServiceOverlay;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadStep;
import dev.jcompose.spec.yaml.Node.Mapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes one document of the files of a project, in the canonical form.
///
/// Each document goes through the same steps in this order:
///
/// 1. variables are filled in,
/// 2. included projects are loaded, by this class again, and taken in,
/// 3. services are laid over those they extend,
/// 4. the document is laid over those before it, and what `!reset` and `!override` said is done,
/// 5. what came out is checked against the specification, and
/// 6. brought into the canonical form, over which the next document is laid.
///
/// Then the project is completed, and its relative paths are resolved; at the very end the
/// outermost project is finished. {@link LoadSteps} lists what that means. A stage goes on as well
/// as it can with what earlier ones have found fault with. One loader is made for each load.
public final class DocumentLoader {
  private static final LoadStep UNIQUE_ITEMS = new UniqueItems();
  private static final LoadStep OBSOLETE_VERSION = new ObsoleteVersion();

  private final FileReader files;
  private final Sources sources;
  private final LoadSteps steps;
  private final Interpolator interpolator;

  /// A document on its way, and the file it is in.
  private record Part(SourceFile file, Mapping document) {}

  private interface Stage {
    Mapping apply(Part part);
  }

  public DocumentLoader(FileReader files, Sources sources, LoadSteps steps) {
    this.files = files;
    this.sources = sources;
    this.steps = steps;
    this.interpolator = new Interpolator(sources);
  }

  /// The document of a project.
  ///
  /// What stages find is in the context's problems; with errors the document is good for finding
  /// more of them and nothing else.
  ///
  /// @param parsed its files in the order they are merged
  /// @param overlay what flags say beside them
  /// @throws InvalidProjectException if something that is included or extended is not there, so
  ///   that nobody knows what else is wrong
  public Mapping load(
      List<ParsedFile> parsed, Optional<ServiceOverlay> overlay, LoadContext context)
      throws InvalidProjectException {
    Mapping project = merged(parsed, context, List.of());
    if (overlay.isPresent()) {
      project = laidOver(project, overlay.get(), context);
    }
    project = complete(project, context);
    if (context.switches().pathResolution()) {
      project = PathResolver.resolve(project, context.projectDirectory(), context);
    }
    checkNotEmpty(project, context);
    return done(steps.imply(), project, context);
  }

  private Mapping merged(List<ParsedFile> parsed, LoadContext context, List<Path> chain)
      throws InvalidProjectException {
    Problems problems = context.problems();
    Includer includer = new Includer(files, this::included);
    BaseFiles bases = new BaseFiles(files, context, file -> base(file, context));
    List<Part> parts = parts(parsed);
    parts = each(parts, part -> interpolated(part.document(), context), problems);
    int mistakes = missing(problems);
    parts =
        each(
            parts, part -> includer.apply(part.document(), context, longer(chain, part)), problems);
    parts = each(parts, part -> extended(part, bases, context), problems);
    if (missing(problems) > mistakes) {
      throw new InvalidProjectException(problems.sorted());
    }
    Mapping project = empty(parsed);
    for (Part part : parts) {
      project = laidOver(project, part.document(), context);
    }
    return project;
  }

  private Mapping laidOver(Mapping project, Mapping document, LoadContext context) {
    Mapping both = merged(project, document, context);
    both = OBSOLETE_VERSION.apply(done(steps.check(), both, context), context);
    both = done(steps.canonical(), both, context);
    return UNIQUE_ITEMS.apply(both, context);
  }

  /// Paths of the overlay start elsewhere, so they are resolved before it is laid over the files.
  private Mapping laidOver(Mapping project, ServiceOverlay overlay, LoadContext context) {
    return OverlayDocument.of(overlay, project, context, sources)
        .map(document -> steps.canonical().apply(document, context))
        .map(document -> PathResolver.resolve(document, overlay.folder(), context))
        .map(document -> OverlayDocument.declaring(document, overlay, project))
        .map(document -> laidOver(project, document, context))
        .orElse(project);
  }

  private Mapping complete(Mapping document, LoadContext context) {
    Mapping project = document;
    for (LoadStep step : steps.complete()) {
      project = done(step, project, context);
    }
    return project;
  }

  /// How many things that are included or extended are not there. A reference that is none can be
  /// passed over.
  private static int missing(Problems problems) {
    return problems.errors(code -> !code.equals("extends"));
  }

  private static List<Path> longer(List<Path> chain, Part part) {
    return Stream.concat(chain.stream(), part.file().path().stream()).toList();
  }

  private static void checkNotEmpty(Mapping project, LoadContext context) {
    if (project.fields().isEmpty()) {
      context
          .problems()
          .add(
              Diagnostic.error(
                      "empty-project", "nothing is in this file", project.span(), NodePath.ROOT)
                  .withHint("A Compose file has at least `services`."));
    }
  }

  private Optional<Mapping> included(IncludedProject project) {
    Problems problems = project.context().problems();
    List<ParsedFile> parsed = new ArrayList<>();
    for (Path path : project.files()) {
      files
          .read(path, Optional.empty(), NodePath.ROOT, problems)
          .ifPresent(
              source -> parsed.add(ParsedFile.of(source, problems, project.context().trail())));
    }
    if (parsed.size() < project.files().size()) {
      return Optional.empty();
    }
    try {
      Mapping document =
          complete(merged(parsed, project.context(), project.chain()), project.context());
      return Optional.of(PathResolver.resolve(document, project.base(), project.context()));
    } catch (InvalidProjectException _) {
      return Optional.empty();
    }
  }

  /// The services of a file that is extended from: merged, but neither checked nor complete. Tags
  /// stay, since these services may extend others themselves.
  private Mapping base(List<ParsedFile> parsed, LoadContext context) {
    Mapping file = empty(parsed);
    for (Part part : parts(parsed)) {
      Mapping document = interpolated(part.document(), context);
      file = Merger.of(context).merge(file, document);
      file = UNIQUE_ITEMS.apply(steps.canonical().apply(file, context), context);
    }
    return file;
  }

  private Mapping interpolated(Mapping document, LoadContext context) {
    return context.switches().interpolation() ? interpolator.apply(document, context) : document;
  }

  private static Mapping extended(Part part, BaseFiles bases, LoadContext context) {
    Path path = part.file().path().orElse(Path.of(part.file().name()));
    return new Extender(bases, context)
        .apply(new BaseFile(part.file().name(), path, part.document()));
  }

  private static Mapping merged(Mapping below, Mapping above, LoadContext context) {
    Mapping both = Merger.of(context).merge(below, above);
    return UNIQUE_ITEMS.apply(TagRemover.remove(both), context);
  }

  private static Mapping done(LoadStep step, Mapping project, LoadContext context) {
    Mapping changed = step.apply(project, context);
    context.problems().nextStage();
    return changed;
  }

  private static List<Part> each(List<Part> parts, Stage stage, Problems problems) {
    List<Part> changed = new ArrayList<>();
    for (Part part : parts) {
      changed.add(new Part(part.file(), stage.apply(part)));
    }
    problems.nextStage();
    return changed;
  }

  private static List<Part> parts(List<ParsedFile> parsed) {
    return parsed.stream()
        .flatMap(
            file -> file.documents().stream().map(document -> new Part(file.source(), document)))
        .toList();
  }

  private static Mapping empty(List<ParsedFile> parsed) {
    String name = parsed.isEmpty() ? "" : parsed.getFirst().source().name();
    return new Mapping(Ordered.map(), new Span(name, 1, 1, 1, 1));
  }
}
