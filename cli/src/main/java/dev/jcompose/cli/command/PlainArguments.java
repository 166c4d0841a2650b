package dev.jcompose.cli.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads arguments without picocli, which takes longer to start than most commands to run.
///
/// It understands what most calls are made of: known options by their whole names, `-abc` for `-a
/// -b -c`, values of their own or behind `=`, and words. All else is {@link Outcome#UNCLEAR}, and
/// left to picocli: to read, or to say what is wrong with it. What the options are is in {@link
/// PlainOptions}.
public final class PlainArguments {
  /// What {@link #name} is of an argument that is no option.
  static final String WORD = "";

  private static final int LONGEST_NUMBER = 6;

  private final List<String> arguments;
  private final List<String> placed = new ArrayList<>();
  private int at;
  private String name = WORD;
  private String rest = "";
  private boolean valueAttached;
  private Outcome outcome = Outcome.READ;

  /// What came of reading.
  public enum Outcome {
    /// Every option and word is where it belongs.
    READ,
    /// Only the help text of the command is wanted.
    HELP,
    /// Nothing can be said, and the command may have got some of its options: it is of no use.
    UNCLEAR
  }

  private PlainArguments(List<String> arguments) {
    this.arguments = arguments;
  }

  /// Gives a command its options and words.
  ///
  /// @param command made for this, by {@link Commands#make} for example
  /// @param name the command's name, `jcompose` for what stands before a command
  public static Outcome read(Object command, String name, List<String> arguments) {
    for (String argument : arguments) {
      if (argument.isEmpty() || argument.startsWith("@") || argument.equals("--")) {
        return Outcome.UNCLEAR;
      }
    }
    var plain = new PlainArguments(arguments);
    PlainOptions.read(command, name, plain);
    return plain.outcome;
  }

  /// Goes to the next option or word; false behind the last.
  boolean next() {
    if (valueAttached) {
      giveUp(); // The one before took no value.
    }
    if (outcome == Outcome.UNCLEAR) {
      return false;
    }
    if (!rest.isEmpty()) {
      name = "-" + rest.charAt(0);
      rest = rest.substring(1);
      return true;
    }
    if (at == arguments.size()) {
      return false;
    }
    var argument = arguments.get(at);
    at++;
    if (argument.startsWith("--")) {
      nextLong(argument);
    } else if (argument.startsWith("-")) {
      name = argument.substring(0, Math.min(2, argument.length()));
      rest = argument.substring(name.length());
    } else {
      name = WORD;
    }
    return true;
  }

  private void nextLong(String argument) {
    int equals = argument.indexOf('=');
    name = equals < 0 ? argument : argument.substring(0, equals);
    valueAttached = equals >= 0;
  }

  /// The option's name as it is written, or {@link #WORD}.
  String name() {
    return name;
  }

  /// The switch is on.
  boolean on() {
    return true;
  }

  /// The word.
  String word() {
    return arguments.get(at - 1);
  }

  /// Keeps the word for the place that it has among the words.
  void place() {
    placed.add(word());
  }

  /// Whether all words that have a place are there, and none too many.
  boolean hasPlaced(int least, int most) {
    boolean fits = least <= placed.size() && placed.size() <= most;
    if (!fits && !(placed.isEmpty() && outcome == Outcome.HELP)) {
      giveUp();
    }
    return fits;
  }

  /// Whether there is a word in this place, counted from 0.
  boolean hasPlaced(int place) {
    return place < placed.size();
  }

  /// The word in this place, counted from 0.
  String placed(int place) {
    return placed.get(place);
  }

  /// The word, and all that comes behind it.
  List<String> wordAndRest() {
    var words = arguments.subList(at - 1, arguments.size());
    at = arguments.size();
    return words;
  }

  /// The option's value.
  String text() {
    if (!rest.isEmpty() || (!valueAttached && at == arguments.size())) {
      return giveUp();
    }
    String value;
    if (valueAttached) {
      value = arguments.get(at - 1).substring(name.length() + 1);
      valueAttached = false;
    } else {
      value = arguments.get(at);
      at++;
    }
    return value.isEmpty() || value.startsWith("-") ? giveUp() : value;
  }

  Path path() {
    try {
      return Path.of(text());
    } catch (InvalidPathException _) {
      return Path.of(giveUp());
    }
  }

  /// The option's value, if it is a number in decimal digits without a leading zero.
  int number() {
    return number(text());
  }

  /// A value, if it is a number in decimal digits without a leading zero.
  int number(String value) {
    boolean plain =
        !value.isEmpty()
            && value.length() <= LONGEST_NUMBER
            && (value.equals("0") || value.charAt(0) != '0');
    for (int i = 0; plain && i < value.length(); i++) {
      plain = value.charAt(i) >= '0' && value.charAt(i) <= '9';
    }
    return Integer.parseInt(plain ? value : "0" + giveUp());
  }

  /// Only an explanation is wanted.
  void help() {
    if (outcome == Outcome.READ) {
      outcome = Outcome.HELP;
    }
  }

  /// This is nothing that can be read here.
  String giveUp() {
    outcome = Outcome.UNCLEAR;
    return "";
  }
}
