package dev.jcompose.cli.template;

import dev.jcompose.cli.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes what stands between braces apart.
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<blank>\\s*)(?:\
          (?<field>\\.[A-Za-z_]\\w*)|\
          (?<number>[-+]?\\d+(?:\\.\\d+)?)|\
          (?<dot>\\.)|\
          \\$(?<variable>\\w*)|\
          "(?<text>(?:[^"\\\\]|\\\\.)*)"|\
          `(?<raw>[^`]*)`|\
          (?<word>[A-Za-z_]\\w*)|\
          (?<sign>:=|[()|,=]))\
          """);

  private Tokens() {}

  static List<Token> of(String action) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(action);
    int at = 0;
    while (!action.substring(at).isBlank()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new TemplateException(
            "\""
                + action.strip()
                + "\": \""
                + action.substring(at).strip()
                + "\" is not understood");
      }
      tokens.add(token(matcher));
      at = matcher.end();
    }
    return tokens;
  }

  private static Token token(Matcher matcher) {
    boolean spaced = !matcher.group("blank").isEmpty();
    for (Kind kind :
        List.of(Kind.FIELD, Kind.NUMBER, Kind.DOT, Kind.VARIABLE, Kind.WORD, Kind.SIGN)) {
      String text = matcher.group(kind.name().toLowerCase(java.util.Locale.ROOT));
      if (text != null) {
        return new Token(kind, kind == Kind.FIELD ? text.substring(1) : text, spaced);
      }
    }
    String raw = matcher.group("raw");
    return new Token(Kind.TEXT, raw == null ? unescaped(matcher.group("text")) : raw, spaced);
  }

  private static String unescaped(String text) {
    try {
      return text.translateEscapes();
    } catch (IllegalArgumentException _) {
      throw new TemplateException("\"" + text + "\" has an escape that is not understood");
    }
  }
}
