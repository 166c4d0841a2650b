package dev.jcompose.spec.dotenv;

import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// Reads files of variables, in the two formats that `env_file` knows.
public final class DotEnv {
  private DotEnv() {}

  /// The variables of a file in the usual format: `KEY=value` with quotes, `export`, comments and
  /// `${…}`.
  ///
  /// A bare `KEY` takes its value from `lookup` and is left out when that has none. Values refer to
  /// what `lookup` knows, then to the variables above them.
  ///
  /// @return in the order of the file; what could be read if there were problems
  public static SequencedMap<String, String> parse(
      SourceFile file, Function<String, Optional<String>> lookup, Problems problems) {
    return parse(file, lookup, problems, Assignments.UNNOTICED);
  }

  /// The same; assignments are told as they are met.
  public static SequencedMap<String, String> parse(
      SourceFile file,
      Function<String, Optional<String>> lookup,
      Problems problems,
      Assignments assignments) {
    return new DotEnvParser(file, lookup, problems, assignments).parse();
  }

  /// The variables of a file in the format `raw`: what follows `=` is the value as it stands.
  public static SequencedMap<String, String> parseRaw(
      SourceFile file, Function<String, Optional<String>> lookup, Problems problems) {
    return parseRaw(file, lookup, problems, Assignments.UNNOTICED);
  }

  /// The same; assignments are told as they are met.
  public static SequencedMap<String, String> parseRaw(
      SourceFile file,
      Function<String, Optional<String>> lookup,
      Problems problems,
      Assignments assignments) {
    return new RawParser(file, lookup, problems, assignments).parse();
  }
}
