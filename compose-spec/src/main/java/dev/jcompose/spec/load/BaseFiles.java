package dev.jcompose.spec.load;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.extend.BaseFile;
import dev.jcompose.spec.path.PathResolver;
import dev.jcompose.spec.source.FileReader;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.yaml.Node;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads the files that services are extended from, each once.
final class BaseFiles implements BaseFile.Reader {
  private final FileReader files;
  private final LoadContext context;
  private final Function<List<ParsedFile>, Node.Mapping> merge;
  private final Map<Path, Optional<BaseFile>> read = new HashMap<>();

  /// @param merge makes one document of a file's, in the canonical form
  BaseFiles(FileReader files, LoadContext context, Function<List<ParsedFile>, Node.Mapping> merge) {
    this.files = files;
    this.context = context;
    this.merge = merge;
  }

  @Override
  public Optional<BaseFile> read(Node.Text name, NodePath place) {
    return files
        .local(name, context.projectDirectory(), place, context.problems())
        .flatMap(path -> read.computeIfAbsent(path, _ -> load(path, name, place)));
  }

  private Optional<BaseFile> load(Path path, Node.Text name, NodePath place) {
    return files
        .read(path, Optional.of(name.span()), place, context.problems())
        .map(source -> ParsedFile.of(source, context.problems(), context.trail()))
        .map(file ->
            new BaseFile(file.source().name(), path, resolved(merge.apply(List.of(file)), path)));
  }

  /// Paths stay relative, to the project directory now: then what is laid over them, which is not
  /// resolved either, can be seen to name the same file. Those of a file from elsewhere are
  /// resolved.
  private Node.Mapping resolved(Node.Mapping document, Path path) {
    Path folder = path.resolveSibling("").normalize();
    Path directory = context.projectDirectory();
    Path base = files.isForeign(path, directory) ? folder : directory.relativize(folder);
    return PathResolver.resolve(document, base, context);
  }
}
