package dev.jcompose.spec.interpolate;

import java.util.Optional;

/// A variable in braces, taken apart.
///
/// @param emptyIsUnset whether the operator began with a colon
/// @param word what follows the operator
/// @param text the whole of it, `${` and `}` included
/// @param end the index behind it
record Expression(
    String name, Operator operator, boolean emptyIsUnset, String word, String text, int end) {

  /// What happens with the word.
  enum Operator {
    /// There is none.
    NONE,
    /// `-`: it stands in when the variable is not set.
    DEFAULT,
    /// `+`: it stands in when the variable is set.
    REPLACEMENT,
    /// `?`: it is the message when the variable is not set.
    REQUIRED
  }

  /// The expression that begins at index `dollar`, if it is one.
  static Optional<Expression> at(String template, int dollar) {
    int nameStart = dollar + 2;
    int nameEnd = endOfName(template, nameStart);
    if (nameEnd == nameStart || nameEnd == template.length()) {
      return Optional.empty();
    }
    String name = template.substring(nameStart, nameEnd);
    if (template.charAt(nameEnd) == '}') {
      String text = template.substring(dollar, nameEnd + 1);
      return Optional.of(new Expression(name, Operator.NONE, false, "", text, nameEnd + 1));
    }
    boolean colon = template.charAt(nameEnd) == ':';
    int wordStart = nameEnd + (colon ? 2 : 1);
    if (wordStart > template.length()) {
      return Optional.empty();
    }
    Operator operator = operator(template.charAt(wordStart - 1));
    int close = closingBrace(template, dollar);
    if (operator == Operator.NONE || close < wordStart) {
      return Optional.empty();
    }
    return Optional.of(
        new Expression(
            name,
            operator,
            colon,
            template.substring(wordStart, close),
            template.substring(dollar, close + 1),
            close + 1));
  }

  /// The index behind the name that begins there, or `start` itself if none does.
  static int endOfName(String text, int start) {
    int end = start;
    while (end < text.length() && isNamePart(text.charAt(end), end == start)) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c, boolean first) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (!first && c >= '0' && c <= '9');
  }

  private static Operator operator(char c) {
    return switch (c) {
      case '-' -> Operator.DEFAULT;
      case '+' -> Operator.REPLACEMENT;
      case '?' -> Operator.REQUIRED;
      default -> Operator.NONE;
    };
  }

  /// The brace that balances the one after the dollar sign, on the same line; if the braces do not
  /// balance, the last one of the line, as docker compose takes it.
  private static int closingBrace(String template, int dollar) {
    int depth = 0;
    int last = -1;
    for (int i = dollar; i < template.length() && template.charAt(i) != '\n'; i++) {
      char c = template.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        last = i;
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return last;
  }
}
