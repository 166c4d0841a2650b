package dev.jcompose.cli;

import dev.jcompose.cli.command.Commands;
import dev.jcompose.cli.command.HandsOn;
import dev.jcompose.cli.command.HelpTexts;
import dev.jcompose.cli.command.RootOptions;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.model.Project;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ContainerStatus.State;
import dev.jcompose.spec.lint.Rule;
import dev.jcompose.spec.lint.Rules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What a shell offers for the word that is being typed.
///
/// The answer has the form that docker's plugins use, and docker's own completion reads: a
/// candidate a line, a tab and its description behind it, and last what the shell is to do.
final class Completion {
  /// The argument by which shells ask; the words so far follow, the unfinished one last.
  static final String ASK = "__complete";

  /// The same from docker when it shows no descriptions.
  static final String ASK_BRIEFLY = "__completeNoDesc";

  private static final Set<String> FILES = Set.of("FILE", "DIRECTORY", "PATH", "SOURCE", "TARGET");

  /// What the shell is to do with the candidates.
  private enum Directive {
    /// Offer files if there are none.
    OR_FILES(0),
    /// Offer nothing else.
    ONLY_THESE(4),
    /// Offer nothing else; the word goes on behind them.
    BEGINNINGS(6);

    private final int number;

    Directive(int number) {
      this.number = number;
    }
  }

  private record Candidate(String word, String description) {
    String line() {
      return description.isEmpty() ? word : word + "\t" + description;
    }
  }

  private record Offer(List<Candidate> candidates, Directive directive) {
    static final Offer SHELLS_OWN = new Offer(List.of(), Directive.OR_FILES);

    static Offer of(Stream<Candidate> candidates) {
      return new Offer(candidates.toList(), Directive.ONLY_THESE);
    }
  }

  private final Function<RootOptions, Context> contexts;
  private final RootOptions root = new RootOptions();

  /// @param contexts what the options before a command mean
  Completion(Function<RootOptions, Context> contexts) {
    this.contexts = contexts;
  }

  /// The answer, several lines.
  ///
  /// @param words those after the program's name, the unfinished one last
  String answer(List<String> words) {
    var typed = words.isEmpty() ? "" : words.getLast();
    var before = words.subList(0, Math.max(0, words.size() - 1));
    var answer = new StringBuilder();
    var offer = offer(before, typed);
    var begun = isAssignment(typed) ? typed.substring(typed.indexOf('=') + 1) : typed;
    offer.candidates().stream()
        .filter(candidate -> candidate.word().startsWith(begun))
        .forEach(candidate -> answer.append(candidate.line()).append('\n'));
    return answer.append(':').append(offer.directive().number).append('\n').toString();
  }

  private Offer offer(List<String> before, String typed) {
    var whole = CommandLines.of(root, CommandLines.PROGRAM).getCommandSpec();
    var start = new Position(whole);
    int at = 0;
    while (at < before.size() && start.positionals.isEmpty()) {
      start.pass(before.get(at));
      at++;
    }
    if (start.positionals.isEmpty()) {
      var option = start.valueOf();
      if (option.isEmpty()) {
        return isAssignment(typed) ? assigned(whole, typed) : first(whole, typed);
      }
      CommandLines.read(root, CommandLines.PROGRAM, before.subList(0, at - 1));
      return value(option.get());
    }
    CommandLines.read(root, CommandLines.PROGRAM, before.subList(0, at));
    var context = contexts.apply(root);
    var name = Commands.canonical(start.positionals.getFirst());
    var command = Commands.make(name, context);
    if (command.isEmpty()) {
      return name.equals("help") ? Offer.of(commands()) : Offer.of(Stream.empty());
    }
    var spec = CommandLines.of(command.get(), name).getCommandSpec();
    var position = new Position(spec);
    before.subList(at, before.size()).forEach(position::pass);
    if (command.get() instanceof HandsOn && !position.positionals.isEmpty()) {
      return Offer.SHELLS_OWN;
    }
    var option = position.valueOf();
    if (option.isPresent()) {
      return value(option.get());
    }
    if (isAssignment(typed)) {
      return assigned(spec, typed);
    }
    return typed.startsWith("-") ? Offer.of(options(spec)) : positional(spec, position.positionals);
  }

  /// Whether it is an option with its value behind it, `--progress=pl`. Only the value is completed
  /// then: what stands before it is the shell's to keep.
  private static boolean isAssignment(String typed) {
    return typed.startsWith("--") && typed.contains("=");
  }

  private Offer assigned(CommandSpec spec, String typed) {
    var option = spec.optionsMap().get(typed.substring(0, typed.indexOf('=')));
    return option == null || option.arity().max() == 0 ? Offer.of(Stream.empty()) : value(option);
  }

  /// Where in a command's words we are.
  private static final class Position {
    private final CommandSpec spec;
    final List<String> positionals = new ArrayList<>();
    private Optional<OptionSpec> waiting = Optional.empty();

    Position(CommandSpec spec) {
      this.spec = spec;
    }

    void pass(String word) {
      if (waiting.isPresent()) {
        waiting = Optional.empty();
      } else if (word.startsWith("-") && word.length() > 1) {
        waiting =
            Optional.ofNullable(spec.optionsMap().get(word))
                .filter(option -> option.arity().min() > 0);
      } else {
        positionals.add(word);
      }
    }

    /// The option whose value comes next.
    Optional<OptionSpec> valueOf() {
      return waiting;
    }
  }

  private static Offer first(CommandSpec whole, String typed) {
    return Offer.of(typed.startsWith("-") ? options(whole) : commands());
  }

  private static Stream<Candidate> commands() {
    return Commands.names().stream().map(name -> new Candidate(name, header(name)));
  }

  private static String header(String command) {
    return HelpTexts.of(command).lines().findFirst().orElse("");
  }

  private static Stream<Candidate> options(CommandSpec spec) {
    return spec.options().stream()
        .filter(option -> !option.hidden())
        .map(option -> new Candidate(option.longestName(), String.join(" ", option.description())));
  }

  private Offer value(OptionSpec option) {
    var words = words(option.longestName());
    return words.isEmpty()
        ? named(option.paramLabel(), List.of())
        : Offer.of(words.stream().map(word -> new Candidate(word, "")));
  }

  /// All that an option takes; empty if that cannot be listed.
  private static List<String> words(String option) {
    return switch (option) {
      case "--ansi" -> List.of("never", "always", "auto");
      case "--progress" -> List.of("auto", "tty", "plain", "json", "quiet");
      case "--pull" -> List.of("always", "missing", "never", "build", "policy");
      case "--policy" -> List.of("always", "missing");
      case "--level" -> List.of("trace", "debug", "info", "warn", "error", "fatal");
      case "--rmi" -> List.of("all", "local");
      case "--rule", "--disable" -> Rules.ALL.stream().map(Rule::name).toList();
      case "--severity" -> List.of("error", "warning", "note");
      case "--protocol" -> List.of("tcp", "udp");
      case "--status" -> Stream.of(State.values()).map(State::word).toList();
      default -> List.of();
    };
  }

  /// What may stand at a place with this label of the help text.
  private Offer named(String label, List<String> taken) {
    if (FILES.contains(label) || label.startsWith("COMMAND")) {
      return Offer.SHELLS_OWN;
    }
    if (label.equals("PROFILE")) {
      return Offer.of(project().stream().flatMap(Completion::profiles));
    }
    if (label.contains("SERVICE")) {
      var without = new HashSet<>(taken);
      var end = label.contains("=") ? "=" : "";
      return new Offer(
          project().stream()
              .flatMap(project -> project.services().keySet().stream())
              .map(ServiceName::value)
              .filter(name -> !without.contains(name))
              .map(name -> new Candidate(name + end, ""))
              .toList(),
          end.isEmpty() ? Directive.ONLY_THESE : Directive.BEGINNINGS);
    }
    return Offer.of(
        label.contains("|")
            ? Stream.of(label.split("\\|")).map(word -> new Candidate(word, ""))
            : Stream.empty());
  }

  private Offer positional(CommandSpec spec, List<String> taken) {
    return spec.positionalParameters().stream()
        .filter(place -> place.index().contains(taken.size()))
        .findFirst()
        .map(PositionalParamSpec::paramLabel)
        .map(label -> named(label, taken))
        .orElseGet(() -> Offer.of(Stream.empty()));
  }

  private static Stream<Candidate> profiles(Project project) {
    return Stream.of(project.services(), project.disabledServices())
        .flatMap(services -> services.values().stream())
        .flatMap(service -> service.lifecycle().profiles().stream())
        .distinct()
        .sorted()
        .map(name -> new Candidate(name, ""));
  }

  /// Files with mistakes in them are no reason to bother who is typing.
  private Optional<Project> project() {
    try {
      return new Loading(contexts.apply(root)).attempt(List.of())
              instanceof Loading.Attempt.Loaded(Project project)
          ? Optional.of(project)
          : Optional.empty();
    } catch (CommandFailure _) {
      return Optional.empty();
    }
  }
}
