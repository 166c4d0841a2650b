package dev.jcompose.spec.interpolate;

import dev.jcompose.model.Ordered;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;

/// Text with variables in it, e.g. `${IMAGE:-nginx}:$TAG`.
///
/// A name is made of letters, digits and `_`, and does not begin with a digit. `$$` is a dollar
/// sign, and so is a `$` before anything that cannot be a variable (`$5`). What stands after the
/// operator may hold variables of its own; it is looked at only when it is needed.
public final class Template {
  /// How many expressions may stand inside each other.
  static final int DEEPEST = 100;

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  /// That text as a template.
  public static Template of(String text) {
    return new Template(text);
  }

  /// What came out, and what is to be said about it.
  ///
  /// @param text the text with its variables replaced; the faulty ones are left out
  /// @param unset the variables that have no value and no default
  public record Result(String text, SequencedSet<String> unset, List<Fault> faults) {
    public Result {
      unset = Ordered.set(unset);
      faults = List.copyOf(faults);
    }
  }

  /// Something wrong with one expression.
  ///
  /// @param expression the words of the template that are at fault
  public record Fault(String code, String expression, String message, Optional<String> hint) {}

  /// Replaces the variables.
  ///
  /// @param lookup the value of a variable, empty if it is not set
  public Result fill(Function<String, Optional<String>> lookup) {
    if (text.indexOf('$') < 0) {
      return new Result(text, Ordered.set(List.of()), List.of());
    }
    Filling filling = new Filling(lookup);
    String filled = filling.fill(text);
    return new Result(filled, filling.unset, filling.faults);
  }

  /// One walk over the text and over what is nested in it.
  private static final class Filling {
    private final Function<String, Optional<String>> lookup;
    private final SequencedSet<String> unset = new LinkedHashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private int depth;

    Filling(Function<String, Optional<String>> lookup) {
      this.lookup = lookup;
    }

    String fill(String template) {
      StringBuilder out = new StringBuilder();
      int at = 0;
      while (at < template.length()) {
        int dollar = template.indexOf('$', at);
        if (dollar < 0) {
          return out.append(template, at, template.length()).toString();
        }
        out.append(template, at, dollar);
        at = fillOne(template, dollar, out);
      }
      return out.toString();
    }

    /// Replaces what begins at the dollar sign; gives where to go on.
    private int fillOne(String template, int dollar, StringBuilder out) {
      char next = dollar + 1 < template.length() ? template.charAt(dollar + 1) : ' ';
      if (next == '$') {
        out.append('$');
        return dollar + 2;
      }
      if (next == '{') {
        return Expression.at(template, dollar)
            .map(expression -> fillBraced(expression, out))
            .orElseGet(() -> reject(template, dollar));
      }
      int end = Expression.endOfName(template, dollar + 1);
      if (end == dollar + 1) {
        out.append('$');
      } else {
        out.append(value(template.substring(dollar + 1, end)));
      }
      return end;
    }

    private int fillBraced(Expression expression, StringBuilder out) {
      Optional<String> value = lookup.apply(expression.name());
      Optional<String> usable =
          expression.emptyIsUnset() ? value.filter(text -> !text.isEmpty()) : value;
      switch (expression.operator()) {
        case NONE -> out.append(value(expression.name()));
        case DEFAULT -> out.append(usable.orElseGet(() -> word(expression)));
        case REPLACEMENT -> out.append(usable.map(_ -> word(expression)).orElse(value.orElse("")));
        case REQUIRED -> usable.ifPresentOrElse(out::append, () -> require(expression));
      }
      return expression.end();
    }

    /// What stands after the operator, filled.
    private String word(Expression expression) {
      if (depth == DEEPEST) {
        faults.add(
            new Fault(
                "interpolation-depth",
                expression.text(),
                "more than " + DEEPEST + " variables stand inside each other",
                Optional.empty()));
        return "";
      }
      depth++;
      String filled = fill(expression.word());
      depth--;
      return filled;
    }

    private String value(String name) {
      Optional<String> value = lookup.apply(name);
      if (value.isEmpty()) {
        unset.add(name);
      }
      return value.orElse("");
    }

    private void require(Expression expression) {
      String reason = word(expression);
      faults.add(
          new Fault(
              "variable-required",
              expression.text(),
              "required variable "
                  + expression.name()
                  + " is missing a value"
                  + (reason.isEmpty() ? "" : ": " + reason),
              Optional.of("Set it in the environment or in `.env`.")));
    }

    private int reject(String template, int dollar) {
      String rest = template.substring(dollar).lines().findFirst().orElse("");
      faults.add(
          new Fault(
              "interpolation-syntax",
              rest,
              "\"" + rest + "\" is not a variable: a name and a closing `}` must follow `${`",
              Optional.of("Write `$$` for a dollar sign that is meant as such.")));
      return template.length();
    }
  }
}
