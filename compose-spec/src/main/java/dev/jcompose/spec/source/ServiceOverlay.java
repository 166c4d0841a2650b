package dev.jcompose.spec.source;

import java.nio.file.Path;
import java.util.List;

/// What the flags of a command say of one service: a further file, laid over the others, without
/// variables in it.
///
/// In diagnostics a flag is the file, and its n-th value is line n: `--publish:2:1`.
///
/// @param folder where relative paths in it start
public record ServiceOverlay(String service, Path folder, List<Part> parts) {
  public ServiceOverlay {
    parts = List.copyOf(parts);
  }

  /// One attribute.
  public sealed interface Part {
    /// A single value.
    record Value(String attribute, String flag, String text) implements Part {}

    /// A list that stands in place of what the files say.
    record Instead(String attribute, String flag, List<String> items) implements Part {
      public Instead {
        items = List.copyOf(items);
      }
    }

    /// The words of the command, in place of those of the files; none: there is no command.
    record Command(String flag, List<String> words) implements Part {
      public Command {
        words = List.copyOf(words);
      }
    }

    /// Items beside those of the files.
    record Items(String attribute, String flag, List<String> items) implements Part {
      public Items {
        items = List.copyOf(items);
      }
    }

    /// Capabilities beside those of the files; what is added is not dropped any more, and then the
    /// other way round.
    record Capabilities(String addFlag, List<String> added, String dropFlag, List<String> dropped)
        implements Part {
      public Capabilities {
        added = List.copyOf(added);
        dropped = List.copyOf(dropped);
      }
    }

    /// Variables: `NAME=VALUE`, or `NAME` for the value that it has where the project is loaded, if
    /// it has one.
    record Variables(String flag, List<String> assignments) implements Part {
      public Variables {
        assignments = List.copyOf(assignments);
      }
    }

    /// Files of variables, whose values may refer to the {@link Variables} and give way to them; so
    /// they come after these.
    record VariableFiles(String flag, List<String> paths) implements Part {
      public VariableFiles {
        paths = List.copyOf(paths);
      }
    }
  }
}
