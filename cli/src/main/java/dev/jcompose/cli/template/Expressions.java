package dev.jcompose.cli.template;

import dev.jcompose.cli.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads expressions: operands, functions with arguments, and pipes, whose left side becomes the
/// last argument of the right.
final class Expressions {
  private final List<Token> tokens;
  private int at;

  private Expressions(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Expression of(List<Token> tokens) {
    Expressions expressions = new Expressions(tokens);
    Expression value = expressions.pipe();
    expressions.next().ifPresent(Expressions::unexpected);
    return value;
  }

  private Expression pipe() {
    Expression value = command(Optional.empty());
    while (takes("|")) {
      value = command(Optional.of(value));
    }
    return value;
  }

  /// An operand, or a function or field with its arguments.
  private Expression command(Optional<Expression> piped) {
    Token first = next().orElseThrow(() -> new TemplateException("a value is missing"));
    if (first.kind() == Kind.WORD && !isConstant(first)) {
      at++;
      return new Expression.Call(first.text(), arguments(piped));
    }
    Expression value = operand();
    List<Expression> arguments = arguments(piped);
    if (arguments.isEmpty()) {
      return value;
    }
    if (value instanceof Expression.Field(Expression of, String name, _)) {
      return new Expression.Field(of, name, arguments);
    }
    throw new TemplateException("\"" + first.text() + "\" takes no arguments");
  }

  private List<Expression> arguments(Optional<Expression> piped) {
    List<Expression> arguments = new ArrayList<>();
    while (next().filter(token -> !token.is("|") && !token.is(")")).isPresent()) {
      arguments.add(operand());
    }
    piped.ifPresent(arguments::add);
    return arguments;
  }

  private Expression operand() {
    Token token = next().orElseThrow(() -> new TemplateException("a value is missing"));
    at++;
    Expression value =
        switch (token.kind()) {
          case FIELD -> new Expression.Field(new Expression.Dot(), token.text(), List.of());
          case DOT -> new Expression.Dot();
          case VARIABLE -> new Expression.Variable(token.text());
          case TEXT -> new Expression.Literal(token.text());
          case NUMBER -> new Expression.Literal(number(token.text()));
          case WORD ->
              isConstant(token)
                  ? new Expression.Literal(token.text().equals("true"))
                  : new Expression.Call(token.text(), List.of());
          case SIGN -> {
            if (!token.text().equals("(")) {
              unexpected(token);
            }
            Expression inner = pipe();
            if (!takes(")")) {
              throw new TemplateException("`(` is not closed by `)`");
            }
            yield inner;
          }
        };
    return fields(value);
  }

  /// The fields of fields that follow without a blank.
  private Expression fields(Expression value) {
    Expression field = value;
    Optional<Token> next = next();
    while (next.filter(token -> token.kind() == Kind.FIELD && !token.spaced()).isPresent()) {
      field = new Expression.Field(field, next.get().text(), List.of());
      at++;
      next = next();
    }
    return field;
  }

  private static boolean isConstant(Token token) {
    return token.isWord("true") || token.isWord("false");
  }

  private static Object number(String text) {
    if (text.contains(".")) {
      return Double.valueOf(text);
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException _) {
      throw new TemplateException(text + " is too large");
    }
  }

  private boolean takes(String sign) {
    boolean found = next().filter(token -> token.is(sign)).isPresent();
    if (found) {
      at++;
    }
    return found;
  }

  private Optional<Token> next() {
    return at < tokens.size() ? Optional.of(tokens.get(at)) : Optional.empty();
  }

  private static void unexpected(Token token) {
    throw new TemplateException("\"" + token.text() + "\" stands where it has no meaning");
  }
}
