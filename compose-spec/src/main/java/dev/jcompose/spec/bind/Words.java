package dev.jcompose.spec.bind;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NearestWord;
import java.util.List;
import java.util.stream.Collectors;

/// Says that a word is none of those an attribute takes.
final class Words {
  private Words() {}

  static void unknown(Attributes attributes, String key, String word, List<String> known) {
    String hint =
        NearestWord.hint(word, known)
            .orElseGet(() ->
                known.stream()
                    .map(each -> "`" + each + "`")
                    .collect(Collectors.joining(", ", "It is one of ", ".")));
    attributes
        .problems()
        .add(
            Diagnostic.error(
                    "unknown-word",
                    "\"" + word + "\" is not a value of `" + key + "`",
                    attributes.get(key).orElse(attributes.node()).span(),
                    attributes.path().child(key))
                .withHint(hint));
  }
}
