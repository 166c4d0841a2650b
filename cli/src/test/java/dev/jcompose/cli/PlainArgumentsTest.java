package dev.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.jcompose.cli.command.Commands;
import dev.jcompose.cli.command.PlainArguments;
import dev.jcompose.cli.command.PlainArguments.Outcome;
import dev.jcompose.cli.command.RootOptions;
import dev.jcompose.cli.project.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What is read without picocli is what picocli would have read.
///
/// When options have changed, run `mvn -pl cli -am test -Dtest=PlainArgumentsTest -Dgolden.update`
/// and format what it has written.
@TestInstance(Lifecycle.PER_CLASS)
final class PlainArgumentsTest {
  private static final Path SOURCE =
      Path.of("src/main/java/dev/jcompose/cli/command/PlainOptions.java");
  private static final int ROUNDS = 300;

  @TempDir Path folder;

  static Stream<String> names() {
    return Stream.concat(Stream.of(CommandLines.PROGRAM), Commands.names().stream());
  }

  @Test
  void theTableIsThatOfPicocli() throws IOException {
    SequencedMap<String, Object> commands = new LinkedHashMap<>();
    names().forEach(name -> commands.put(name, made(name)));
    var source = PlainOptionsSource.of(commands);
    if (System.getProperty("golden.update") != null) {
      Files.writeString(SOURCE, source);
      fail("wrote " + SOURCE + "; format it, and run again");
    }
    assertThat(Files.readString(SOURCE)).isEqualToIgnoringWhitespace(source);
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyOptionIsReadAsPicocliReadsIt(String name) {
    for (OptionSpec option : specOf(name).options()) {
      for (String written : option.names()) {
        var arguments = new ArrayList<>(List.of(written));
        if (option.arity().max() > 0) {
          arguments.add(valueFor(option, 0));
        }
        arguments.addAll(wordsOf(name));
        boolean optionalValue =
            option.arity().isVariable() || option.arity().min() != option.arity().max();
        assertThat(check(name, arguments)).isEqualTo(!optionalValue);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void mixturesAreReadAsPicocliReadsThem(String name) {
    var random = new Random(name.hashCode());
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var arguments = new ArrayList<String>();
      for (int i = random.nextInt(5); i >= 0; i--) {
        arguments.addAll(something(specOf(name).options(), random));
      }
      arguments.addAll(wordsOf(name));
      read += check(name, arguments) ? 1 : 0;
    }
    assertThat(read).as("calls that needed no picocli").isGreaterThan(ROUNDS / 20);
  }

  private static List<String> something(List<OptionSpec> options, Random random) {
    var option = options.get(random.nextInt(options.size()));
    var written = option.names()[random.nextInt(option.names().length)];
    var value = valueFor(option, random.nextInt(4));
    boolean takes = option.arity().max() > 0;
    return switch (random.nextInt(12)) {
      case 0 -> List.of("web");
      case 1 -> List.of(written + "=" + value);
      case 2 -> List.of(written + value);
      case 3 -> List.of(written);
      case 4 ->
          List.of(
              List.of("--", "-", "", "@web", "--nosuch", "-abq", "--quiet=false")
                  .get(random.nextInt(7)));
      default -> takes ? List.of(written, value) : List.of(written);
    };
  }

  /// Without these, a command would be wrong.
  private List<String> wordsOf(String name) {
    return specOf(name).positionalParameters().stream()
        .filter(word -> word.arity().min() > 0)
        .map(word -> valueFor(word, 0))
        .toList();
  }

  private static String valueFor(ArgSpec option, int kind) {
    boolean number = option.type() == Integer.class || option.type() == int.class;
    return switch (kind) {
      case 0 -> number ? "7" : "some";
      case 1 -> number ? "007" : "a=b";
      case 2 -> "-1";
      default -> "0";
    };
  }

  /// Whether it was read without picocli; what picocli then reads must be the same.
  private boolean check(String name, List<String> arguments) {
    var plain = made(name);
    var outcome = PlainArguments.read(plain, name, arguments);
    if (outcome == Outcome.UNCLEAR) {
      return false;
    }
    var full = made(name);
    try {
      assertThat(CommandLines.read(full, name, arguments))
          .as("%s %s", name, arguments)
          .isEqualTo(outcome);
    } catch (CommandFailure wrong) {
      throw new AssertionError("picocli refuses " + name + " " + arguments, wrong);
    }
    assertThat(values(plain)).as("%s %s", name, arguments).isEqualTo(values(full));
    return true;
  }

  private static List<Object> values(Object command) {
    var values = new ArrayList<Object>();
    for (ArgSpec argument : CommandLines.of(command, "x").getCommandSpec().args()) {
      if (!(argument instanceof OptionSpec option && option.usageHelp())) {
        values.add(argument.paramLabel() + ": " + argument.getValue());
      }
    }
    return values;
  }

  private CommandSpec specOf(String name) {
    return CommandLines.of(made(name), name).getCommandSpec();
  }

  private Object made(String name) {
    return name.equals(CommandLines.PROGRAM) ? new RootOptions() : new Desk(folder).command(name);
  }
}
