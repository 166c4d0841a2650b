package dev.jcompose.spec.lint;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.diagnostic.Sources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What comments say against findings.
///
/// ```
/// image: web  # jcompose-lint: disable=unpinned-image
/// ```
///
/// A comment counts for its own line; one that stands alone counts for the next line that is no
/// comment. `disable-file` counts for the whole file. Several names are separated by commas; `all`
/// stands for every rule.
final class Suppressions {
  private static final String MARK = "jcompose-lint:";
  private static final String EVERY_RULE = "all";
  private static final Pattern COMMENT =
      Pattern.compile(
          "#.*?" + MARK + "\\s*disable(?<file>-file)?=(?<names>[a-z-]+(?:\\s*,\\s*[a-z-]+)*)");

  /// In all of a file.
  private static final int WHOLE_FILE = 0;

  private record Place(String file, int line) {}

  private final Map<Place, Set<String>> names = new HashMap<>();

  Suppressions(Sources sources) {
    sources.all().stream().filter(file -> file.text().contains(MARK)).forEach(this::read);
  }

  private void read(SourceFile file) {
    List<String> lines = file.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher comment = COMMENT.matcher(lines.get(i));
      while (comment.find()) {
        int line = comment.group("file") != null ? WHOLE_FILE : lineMeant(lines, i);
        names
            .computeIfAbsent(new Place(file.name(), line), _ -> new HashSet<>())
            .addAll(List.of(comment.group("names").split("\\s*,\\s*", -1)));
      }
    }
  }

  private static int lineMeant(List<String> lines, int from) {
    int line = from;
    while (line < lines.size() && lines.get(line).stripLeading().startsWith("#")) {
      line++;
    }
    return line + 1;
  }

  /// Whether a comment suppresses that finding.
  boolean cover(Diagnostic found) {
    return found
        .span()
        .filter(span ->
            covered(new Place(span.file(), span.line()), found.code())
                || covered(new Place(span.file(), WHOLE_FILE), found.code()))
        .isPresent();
  }

  private boolean covered(Place place, String rule) {
    Set<String> given = names.getOrDefault(place, Set.of());
    return given.contains(rule) || given.contains(EVERY_RULE);
  }
}
