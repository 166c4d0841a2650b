package dev.jcompose.cli.template;

import dev.jcompose.cli.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a template.
final class Parser {
  /// An action, with marks that take the blanks before and after it away.
  private static final Pattern ACTION =
      Pattern.compile("\\{\\{(?<before>- )?(?<body>.*?)(?<after> -)?}}", Pattern.DOTALL);

  private static final int DEEPEST = 100;

  /// A text or the tokens of an action.
  private sealed interface Piece {
    record Words(String text) implements Piece {}

    record Action(List<Token> tokens) implements Piece {
      boolean begins(String word) {
        return !tokens.isEmpty() && tokens.getFirst().isWord(word);
      }
    }
  }

  private final List<Piece> pieces;
  private int at;
  private int depth;

  private Parser(List<Piece> pieces) {
    this.pieces = pieces;
  }

  static List<Node> parse(String template) {
    Parser parser = new Parser(pieces(template));
    List<Node> nodes = parser.body();
    if (parser.at < parser.pieces.size()) {
      throw new TemplateException("there is an `end` or `else` too many");
    }
    return nodes;
  }

  private static List<Piece> pieces(String template) {
    List<Piece> pieces = new ArrayList<>();
    Matcher action = ACTION.matcher(template);
    int from = 0;
    boolean trim = false;
    while (action.find()) {
      addText(
          pieces, template.substring(from, action.start()), trim, action.group("before") != null);
      String body = action.group("body");
      if (!body.strip().startsWith("/*")) {
        pieces.add(new Piece.Action(Tokens.of(body)));
      }
      from = action.end();
      trim = action.group("after") != null;
    }
    String rest = template.substring(from);
    if (rest.contains("{{")) {
      throw new TemplateException("`{{` is not closed by `}}`");
    }
    addText(pieces, rest, trim, false);
    return pieces;
  }

  private static void addText(List<Piece> pieces, String text, boolean trimStart, boolean trimEnd) {
    String kept = trimStart ? text.stripLeading() : text;
    kept = trimEnd ? kept.stripTrailing() : kept;
    if (!kept.isEmpty()) {
      pieces.add(new Piece.Words(kept));
    }
  }

  /// What comes up to an `end` or `else`, or the end of the template.
  private List<Node> body() {
    if (++depth > DEEPEST) {
      throw new TemplateException("it is nested too deep");
    }
    List<Node> nodes = new ArrayList<>();
    while (at < pieces.size()) {
      switch (pieces.get(at)) {
        case Piece.Words(String text) -> {
          nodes.add(new Node.Text(text));
          at++;
        }
        case Piece.Action action -> {
          if (action.begins("end") || action.begins("else")) {
            depth--;
            return nodes;
          }
          at++;
          nodes.add(node(action));
        }
      }
    }
    depth--;
    return nodes;
  }

  private Node node(Piece.Action action) {
    List<Token> tokens = action.tokens();
    if (tokens.isEmpty()) {
      throw new TemplateException("nothing stands between `{{` and `}}`");
    }
    return switch (tokens.getFirst().kind() == Kind.WORD ? tokens.getFirst().text() : "") {
      case "if" -> choice(rest(tokens));
      case "with" -> {
        Expression value = Expressions.of(rest(tokens));
        yield new Node.With(value, body(), otherwise());
      }
      case "range" -> repetition(rest(tokens));
      default -> plain(tokens);
    };
  }

  private Node choice(List<Token> condition) {
    return new Node.Choice(Expressions.of(condition), body(), otherwise());
  }

  private Node repetition(List<Token> tokens) {
    int assign = indexOf(tokens, ":=");
    List<String> variables =
        tokens.subList(0, Math.max(assign, 0)).stream()
            .filter(token -> token.kind() == Kind.VARIABLE)
            .map(Token::text)
            .toList();
    Expression elements = Expressions.of(tokens.subList(assign + 1, tokens.size()));
    return new Node.Repetition(variables, elements, body(), otherwise());
  }

  private static Node plain(List<Token> tokens) {
    boolean named = tokens.getFirst().kind() == Kind.VARIABLE && tokens.size() > 2;
    if (named && (tokens.get(1).is(":=") || tokens.get(1).is("="))) {
      return new Node.Assignment(
          tokens.getFirst().text(), Expressions.of(tokens.subList(2, tokens.size())));
    }
    return new Node.Output(Expressions.of(tokens));
  }

  /// What stands after `else`, and the `end`.
  private List<Node> otherwise() {
    if (at == pieces.size()) {
      throw new TemplateException("an `end` is missing");
    }
    List<Token> tokens = ((Piece.Action) pieces.get(at)).tokens();
    at++;
    if (tokens.getFirst().isWord("end")) {
      return List.of();
    }
    if (tokens.size() > 1 && tokens.get(1).isWord("if")) {
      return List.of(choice(tokens.subList(2, tokens.size())));
    }
    List<Node> nodes = body();
    if (at == pieces.size() || !((Piece.Action) pieces.get(at)).begins("end")) {
      throw new TemplateException("an `end` is missing");
    }
    at++;
    return nodes;
  }

  private static List<Token> rest(List<Token> tokens) {
    return tokens.subList(1, tokens.size());
  }

  private static int indexOf(List<Token> tokens, String sign) {
    for (int index = 0; index < tokens.size(); index++) {
      if (tokens.get(index).is(sign)) {
        return index;
      }
    }
    return -1;
  }
}
