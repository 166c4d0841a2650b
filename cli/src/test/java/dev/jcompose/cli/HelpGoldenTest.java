package dev.jcompose.cli;

import dev.jcompose.cli.command.Commands;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `--help` says.
final class HelpGoldenTest {
  @TempDir Path folder;

  static Stream<String> names() {
    return Commands.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void ofACommand(String name) {
    new Desk(folder).run(name, "--help").check("help-" + name);
  }

  @Test
  void ofTheProgram() {
    new Desk(folder).run().check("help");
  }
}
