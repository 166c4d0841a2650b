package dev.jcompose.cli;

import dev.jcompose.cli.ManualPage.Entry;
import dev.jcompose.cli.ManualPage.Example;
import dev.jcompose.cli.command.CommandGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The manual as Markdown, for `docs/commands`.
final class ManualMarkdown {
  private static final Path DIFFERENCES = Path.of("../docs/differences.md");

  /// Parts of {@link #DIFFERENCES} whose first column names commands; in others it names attributes
  /// of files, which may be called the same.
  private static final List<String> PARTS =
      List.of("Planning", "Looking", "Options", "Logs and watching");

  private static final String WHAT_BEGINS = "(?m)^## ";

  private ManualMarkdown() {}

  /// The list of all commands.
  static String index(List<ManualPage> pages) {
    var text =
        new StringBuilder(
            "# Commands\n\nOptions that all commands have stand before them:"
                + " [jcompose](jcompose.md). `jcompose COMMAND --help` tells the same, and so does"
                + " `man jcompose-COMMAND`.\n");
    for (CommandGroup group : CommandGroup.ALL) {
      text.append("\n## %s\n\n| command | does |\n|---|---|\n".formatted(group.title()));
      for (String name : group.commands()) {
        pages.stream()
            .filter(page -> page.name().equals(name))
            .forEach(
                page -> text.append("| [%s](%s.md) | %s |\n".formatted(name, name, page.header())));
      }
    }
    return text.toString();
  }

  static String of(ManualPage page) {
    boolean whole = page.name().equals(CommandLines.PROGRAM);
    return "# %s\n\n%s.\n\n```\n%s\n```\n\n%s\n"
            .formatted(
                whole ? page.name() : CommandLines.PROGRAM + " " + page.name(),
                page.header(),
                page.synopsis(),
                page.description())
        + table("Arguments", "argument | is", page.arguments())
        + table("Options", "option | does", page.options())
        + examples(page.examples())
        + table("Exit codes", "code | when", page.exitCodes())
        + differences(page.name())
        + "\nAll commands: [README.md](README.md). All exit codes: [exit-codes.md](../exit-codes.md).\n";
  }

  private static String table(String title, String heading, List<Entry> entries) {
    return entries.isEmpty()
        ? ""
        : entries.stream()
            .map(entry -> "| `%s` | %s |\n".formatted(cell(entry.term()), cell(entry.meaning())))
            .collect(
                Collectors.joining(
                    "", "\n## %s\n\n| %s |\n|---|---|\n".formatted(title, heading), ""));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("*", "\\*");
  }

  private static String examples(List<Example> examples) {
    int width = examples.stream().mapToInt(example -> example.call().length()).max().orElse(1);
    return examples.stream()
        .map(example -> ("%-" + width + "s   # %s\n").formatted(example.call(), example.meaning()))
        .collect(Collectors.joining("", "\n## Examples\n\n```sh\n", "```\n"));
  }

  /// What `docs/differences.md` says of a command.
  private static String differences(String name) {
    var named = Pattern.compile("`" + Pattern.quote(name) + "[ `]");
    var rows =
        Stream.of(read(DIFFERENCES).split(WHAT_BEGINS))
            .filter(part -> name.equals("config") || PARTS.stream().anyMatch(part::startsWith))
            .flatMap(String::lines)
            .filter(
                line -> line.startsWith("| ") && named.matcher(line.split(" \\| ", 2)[0]).find())
            .collect(Collectors.joining("\n"));
    return rows.isEmpty()
        ? ""
        : "\n## Differences from docker compose\n\n"
            + "| topic | docker compose | jcompose | reason |\n|---|---|---|---|\n"
            + rows
            + "\n";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
