package dev.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.cli.command.CommandGroup;
import dev.jcompose.cli.command.Commands;
import dev.jcompose.cli.command.RootOptions;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;

/// The help texts are what picocli makes of its annotations; `-Dgolden.update` writes them anew.
final class HelpTextsTest {
  private static final Path TEXTS = Path.of("src/main/resources/dev/jcompose/cli/command/help");
  private static final int WIDTH = 100;

  @TempDir Path folder;

  static Stream<String> names() {
    return Commands.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void ofACommand(String name) {
    var text = rendered(name).getUsageMessage();
    check(name, text);
    assertThat(printed(name, "--help")).isEqualTo(text);
    assertThat(printed("help", name)).isEqualTo(text);
  }

  @Test
  void ofTheProgram() {
    var line = designed(CommandLines.of(new RootOptions(), CommandLines.PROGRAM));
    var text =
        line.getUsageMessage()
                .replace("Usage: jcompose [OPTIONS]", "Usage: jcompose [OPTIONS] COMMAND")
            + CommandGroup.ALL.stream().map(this::commands).collect(Collectors.joining())
            + "\n\"jcompose COMMAND --help\" tells more about a command.\n";
    check(CommandLines.PROGRAM, text);
    assertThat(printed()).isEqualTo(text);
    assertThat(printed("--help")).isEqualTo(text);
  }

  private String commands(CommandGroup group) {
    return group.commands().stream()
        .map(name -> "  %-10s  %s\n".formatted(name, summary(name)))
        .collect(Collectors.joining("", "\n" + group.title() + ":\n", ""));
  }

  @Test
  void everyCommandIsInOneGroup() {
    assertThat(CommandGroup.ALL.stream().flatMap(group -> group.commands().stream()))
        .containsExactlyInAnyOrderElementsOf(Commands.names());
  }

  private String summary(String name) {
    return rendered(name).getCommandSpec().usageMessage().header()[0];
  }

  private CommandLine rendered(String name) {
    return designed(
        CommandLines.of(new Desk(folder).command(name), CommandLines.PROGRAM + " " + name));
  }

  private static CommandLine designed(CommandLine line) {
    line.setUsageHelpWidth(WIDTH).setUsageHelpAutoWidth(false);
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    var usage = line.getCommandSpec().usageMessage();
    usage.abbreviateSynopsis(true);
    usage.synopsisHeading("Usage: ").descriptionHeading("%n");
    usage
        .optionListHeading("%nOptions:%n")
        .parameterListHeading(
            line.getCommandSpec().positionalParameters().stream().allMatch(ArgSpec::hidden)
                ? ""
                : "%n")
        .footerHeading("%n");
    usage.showDefaultValues(false).sortOptions(true).requiredOptionMarker(' ');
    return line;
  }

  private String printed(String... arguments) {
    return new Desk(folder).run(arguments).output();
  }

  private static void check(String name, String text) {
    Golden.check(TEXTS.resolve(name + ".txt"), text);
  }
}
