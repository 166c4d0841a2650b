package dev.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.cli.command.Commands;
import dev.jcompose.cli.command.RootOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The manual shows what can be typed, in `docs/commands` and for `man`.
///
/// `-Dgolden.update` writes the pages of `docs/commands` anew.
final class ManualTest {
  private static final Path DOCUMENTS = Path.of("../docs");

  /// A call of ours in a line for a shell, up to what is the shell's.
  private static final Pattern CALL = Pattern.compile("\\bjcompose ((?:'[^']*'|[^'&|<>)#;])+)");

  private static final Pattern CODE = Pattern.compile("`(jcompose [^`\n]+)`");

  /// A block of code, without the word behind its first fence.
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w+\n(.*?)^```$");

  /// A call of ours in a block, also as an item of a list in YAML.
  private static final Pattern LINE = Pattern.compile("(?m)^ *(?:- (?:run: )?)?(jcompose [^\n]+)$");

  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|[^'\\s])+");

  @TempDir Path folder;

  static Stream<ManualPage> pages() {
    return ManualPage.all().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void showsExamplesThatCanBeTyped(ManualPage page) {
    assertThat(page.examples()).hasSizeBetween(2, 6);
    for (var example : page.examples()) {
      assertThat(example.meaning()).as(example.call()).isNotEmpty();
      assertThat(calls(example.call()).peek(this::type)).as(example.call()).isNotEmpty();
    }
  }

  static Stream<Path> documents() throws IOException {
    try (var files = Files.list(DOCUMENTS)) {
      return Stream.concat(
          Stream.of(Path.of("../README.md"), Path.of("../CONTRIBUTING.md")),
          files.filter(file -> file.toString().endsWith(".md")).toList().stream());
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void documentsShowCallsThatCanBeTyped(Path document) throws IOException {
    CODE.matcher(Files.readString(document))
        .results()
        .flatMap(code -> calls(code.group(1)))
        .filter(call -> !call.getFirst().equals("COMMAND"))
        .forEach(this::type);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void documentsShowScriptsThatCanBeTyped(Path document) throws IOException {
    BLOCK
        .matcher(Files.readString(document))
        .results()
        .flatMap(block -> LINE.matcher(block.group(1)).results())
        .flatMap(line -> calls(line.group(1)))
        .forEach(this::type);
  }

  /// The words behind the program's name.
  private static Stream<List<String>> calls(String line) {
    return CALL.matcher(line)
        .results()
        .map(call ->
            WORD.matcher(call.group(1))
                .results()
                .map(MatchResult::group)
                .map(word -> word.replace("'", ""))
                .toList());
  }

  /// Fails if there is no such command, or if it has no such option.
  private void type(List<String> words) {
    var root = new RootOptions();
    CommandLines.read(root, CommandLines.PROGRAM, words);
    var name = root.words().getFirst();
    assertThat(Commands.names()).contains(name);
    CommandLines.read(
        new Desk(folder).command(name), name, root.words().subList(1, root.words().size()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isInTheDocuments(ManualPage page) {
    Golden.check(
        DOCUMENTS.resolve("commands").resolve(page.name() + ".md"), ManualMarkdown.of(page));
  }

  @Test
  void hasAListInTheDocuments() {
    Golden.check(DOCUMENTS.resolve("commands/README.md"), ManualMarkdown.index(ManualPage.all()));
  }

  @Test
  void hasNoDocumentsOfCommandsThatAreGone() throws IOException {
    try (var files = Files.list(DOCUMENTS.resolve("commands"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(Stream.of("README"), pages().map(ManualPage::name))
                  .map(name -> name + ".md")
                  .toList());
    }
  }

  @Test
  void canBeReadByMan() throws IOException, InterruptedException {
    ManualPages.write(folder, "1.2.3", "2026-01-31");

    var page = Files.readString(folder.resolve("jcompose-up.1"));
    assertThat(page)
        .startsWith(".TH JCOMPOSE\\-UP 1 2026-01-31 \"jcompose 1.2.3\"")
        .contains(".SH NAME\njcompose\\-up \\- Create and start containers\n.SH SYNOPSIS\n")
        .contains(".TP\n\\fB\\-d, \\-\\-detach\\fR\nStart containers in the background.\n");
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(Files.readAllLines(file))
            .as(file.toString())
            .allMatch(line -> line.matches("[^.'].*|\\.(TH|SH|SS|TP|PP)( .*)?"));
      }
    }
    assertAccepts("mandoc -Tlint -Wwarning *.1");
    assertAccepts("groff -man -ww -z *.1");
  }

  /// Passes as well where there is no such program.
  private void assertAccepts(String command) throws IOException, InterruptedException {
    if (Stream.of(System.getenv("PATH").split(":"))
        .noneMatch(bin -> Files.isExecutable(Path.of(bin, command.split(" ", 2)[0])))) {
      return;
    }
    var check =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    assertThat(check.inputReader().lines()).as(command).isEmpty();
    assertThat(check.waitFor()).isZero();
  }
}
