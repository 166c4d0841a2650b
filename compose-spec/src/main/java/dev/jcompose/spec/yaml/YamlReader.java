package dev.jcompose.spec.yaml;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads the YAML documents of a file, aliases and merge keys put in place.
///
/// The dialect is YAML 1.2 with what docker compose takes beside it: merge keys, `0777` as octal,
/// `1_000`. Words like `yes` and dates stay text.
public final class YamlReader {
  /// Longer files are refused before they are parsed.
  public static final int MOST_CHARACTERS = 16 * 1024 * 1024;

  /// The parser takes text in by buffers, and copies all of a comment or value with each of them.
  private static final int MOST_BUFFER = 1024 * 1024;

  private static final int LEAST_BUFFER = 1024;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private YamlReader() {}

  /// The documents of that file, each a mapping. Those before a syntax error are given as well; the
  /// error itself is among the problems.
  public static List<Node.Mapping> read(SourceFile file, Problems problems) {
    return read(file, problems, (_, _, _) -> {});
  }

  /// The same; aliases are told as they are met.
  public static List<Node.Mapping> read(SourceFile file, Problems problems, Aliases aliases) {
    String text = withoutMark(file.text());
    Span start = new Span(file.name(), 1, 1, 1, 1);
    if (text.length() > MOST_CHARACTERS) {
      problems.add(
          Diagnostic.error(
              "file-too-large", "the file is longer than 16 MiB", start, NodePath.ROOT));
      return List.of();
    }
    List<Node.Mapping> documents = new ArrayList<>();
    var events = new Parse(settings(file.name(), text.length())).parseString(text).iterator();
    var builder = new TreeBuilder(file.name(), events, problems, aliases);
    try {
      for (var root = builder.next(); root.isPresent(); root = builder.next()) {
        asMapping(root.get(), problems).ifPresent(documents::add);
      }
    } catch (YamlEngineException e) {
      problems.add(new SyntaxErrors(file).of(e, builder.lastQuoted()));
    } catch (UnreadableException e) {
      problems.add(e.diagnostic());
    } catch (NumberFormatException _) {
      problems.add(
          Diagnostic.error(
              "yaml-syntax",
              "an escape after a backslash names no character",
              start,
              NodePath.ROOT));
    }
    return List.copyOf(documents);
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static LoadSettings settings(String name, int length) {
    return LoadSettings.builder()
        .setLabel(name)
        .setCodePointLimit(MOST_CHARACTERS)
        .setBufferSize(Math.clamp(length, LEAST_BUFFER, MOST_BUFFER))
        .setUseMarks(true)
        .build();
  }

  private static Optional<Node.Mapping> asMapping(Node root, Problems problems) {
    if (root instanceof Node.Mapping mapping) {
      return Optional.of(mapping);
    }
    problems.add(
        Diagnostic.error(
                "not-a-mapping",
                "a Compose file is a mapping, and this document is " + Kinds.of(root),
                root.span(),
                NodePath.ROOT)
            .withHint("Top-level keys are `services`, `networks`, `volumes` and their like."));
    return Optional.empty();
  }
}
