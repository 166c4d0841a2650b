package dev.jcompose.spec.envfiles;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.dotenv.Assignments;
import dev.jcompose.spec.dotenv.DotEnv;
import dev.jcompose.spec.normal.Edit;
import dev.jcompose.spec.source.TextFile;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.yaml.Node;
import java.io.IOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads the files of variables that a service names; `lookup` answers for variables they refer to.
record VariableFiles(LoadContext context, Function<String, Optional<String>> lookup) {
  private static final String RAW = "raw";

  /// What it means that a file is not there.
  private enum Need {
    REQUIRED,
    OPTIONAL
  }

  /// What an item of `env_file` holds.
  Map<String, String> read(Node.Mapping file, NodePath path, Assignments assignments) {
    Node place = file.get("path").orElse(file);
    Need need =
        Edit.text(file, "required").filter("false"::equalsIgnoreCase).isPresent()
            ? Need.OPTIONAL
            : Need.REQUIRED;
    Optional<SourceFile> source =
        source(Edit.text(file, "path").orElse(""), place, path, "env file", need);
    Optional<String> format = Edit.text(file, "format");
    if (format.isPresent() && !format.get().equals(RAW)) {
      report(
          "unknown-word",
          "\"" + format.get() + "\" is not a format of env files; there is only `raw`",
          file.get("format").orElse(file),
          path.child("format"));
    }
    return source
        .map(text ->
            format.isPresent()
                ? DotEnv.parseRaw(text, lookup, context.problems(), assignments)
                : DotEnv.parse(text, lookup, context.problems(), assignments))
        .orElseGet(Ordered::map);
  }

  Map<String, String> readLabels(Node.Scalar file, NodePath path, Assignments assignments) {
    return source(file.raw(), file, path, "label file", Need.REQUIRED)
        .map(source -> DotEnv.parse(source, lookup, context.problems(), assignments))
        .orElseGet(Ordered::map);
  }

  private Optional<SourceFile> source(
      String name, Node place, NodePath path, String kind, Need need) {
    try {
      Path file = context.projectDirectory().resolve(name);
      if (!Files.exists(file)) {
        if (need == Need.REQUIRED) {
          report("file-not-found", kind + " \"" + shown(file) + "\" does not exist", place, path);
        }
        return Optional.empty();
      }
      Optional<String> text = TextFile.read(file, CodingErrorAction.REPLACE);
      if (text.isEmpty()) {
        report(
            "file-too-large", kind + " \"" + shown(file) + "\" is larger than 16 MiB", place, path);
      }
      return text.map(found -> new SourceFile(shown(file), Optional.of(file), found));
    } catch (IOException | InvalidPathException _) {
      report("file-not-readable", kind + " \"" + name + "\" cannot be read", place, path);
      return Optional.empty();
    }
  }

  /// Relative to the project's directory where it lies in there.
  private String shown(Path file) {
    Path directory = context.projectDirectory();
    return (file.startsWith(directory) ? directory.relativize(file) : file).toString();
  }

  private void report(String code, String message, Node place, NodePath path) {
    context.problems().add(Diagnostic.error(code, message, place.span(), path));
  }
}
