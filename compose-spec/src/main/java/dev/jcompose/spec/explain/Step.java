package dev.jcompose.spec.explain;

import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.trail.FileItem;
import dev.jcompose.spec.trail.VariableSource;
import java.util.Optional;

/// Something that happened to a value on its way into the project.
public sealed interface Step {
  /// It was made of this text: a short form, a relative path, text with variables.
  record Written(String text) implements Step {}

  /// A variable was looked up for it.
  ///
  /// @param value empty if it is not set, and if it is not part of the value itself
  /// @param source empty if it is not set
  record Variable(String name, Optional<String> value, Optional<VariableSource> source)
      implements Step {}

  /// It was read from a file that the service names.
  record FromFile(FileItem item) implements Step {}

  /// An alias stands for it.
  record Alias(Span place) implements Step {}

  /// A merge key took it over.
  record MergeKey(Span place) implements Step {}

  /// The service took it over from another.
  ///
  /// @param place the `extends`
  /// @param file where the other service is
  record Extends(String service, String file, Span place) implements Step {}

  /// Its file was included.
  record Included(Span place) implements Step {}
}
