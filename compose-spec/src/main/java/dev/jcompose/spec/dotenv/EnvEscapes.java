package dev.jcompose.spec.dotenv;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Backslashes inside double quotes.
final class EnvEscapes {
  private static final Pattern ESCAPE = Pattern.compile("\\\\([abcfnrtv$\"\\\\]|0\\d{0,3})");
  private static final int OCTAL_DIGITS = 3;

  private EnvEscapes() {}

  /// That text with its escapes replaced; `\$` becomes `$$`, which is a dollar sign once variables
  /// are filled in.
  static String expand(String text) {
    return ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(meaning(match)));
  }

  private static String meaning(MatchResult match) {
    String code = match.group(1);
    return switch (code.charAt(0)) {
      case 'a' -> "\u0007";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'v' -> "\u000B";
      case '$' -> "$$";
      case '"', '\\' -> code;
      case '0' -> octal(match.group(), code.substring(1));
      default -> match.group();
    };
  }

  private static String octal(String escape, String digits) {
    if (digits.length() != OCTAL_DIGITS || !digits.matches("[0-7]+")) {
      return escape;
    }
    int value = Integer.parseInt(digits, 8);
    return value > 255 ? escape : String.valueOf((char) value);
  }
}
