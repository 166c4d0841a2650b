package dev.jcompose.cli;

import dev.jcompose.cli.ManualPage.Entry;
import dev.jcompose.cli.command.CommandGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes the pages for `man`: `jcompose.1`, and `jcompose-up.1` and so on, one for each command.
///
/// The build calls it; nothing else of the program needs it.
public final class ManualPages {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private static final List<Entry> VARIABLES =
      List.of(
          new Entry("COMPOSE_FILE", "Compose files, instead of -f, separated by a colon."),
          new Entry("COMPOSE_PROJECT_NAME", "The project's name, instead of -p."),
          new Entry("COMPOSE_PROFILES", "Profiles, instead of --profile, separated by commas."),
          new Entry("DOCKER_HOST", "The engine; left out: that of the current docker context."),
          new Entry("JCOMPOSE_LOCK_TIMEOUT", "Seconds to wait for another run on the project."));

  private static final List<Entry> CODES =
      List.of(
          new Entry("0", "All was done, or nothing was to be done."),
          new Entry("1", "Something failed; standard error says what, and where."),
          new Entry("130", "Ctrl-C or SIGTERM."));

  private final String version;
  private final String date;

  private ManualPages(String version, String date) {
    this.version = version;
    this.date = date;
  }

  /// Takes a folder, the version of the program, and its date, as 2026-01-31.
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), arguments[1], arguments[2]);
  }

  /// Writes all pages into a folder, which is made if need be.
  ///
  /// @param date of the program, as 2026-01-31
  static void write(Path folder, String version, String date) throws IOException {
    Files.createDirectories(folder);
    var pages = ManualPage.all();
    var manual = new ManualPages(version, date);
    for (ManualPage page : pages) {
      var isProgram = page.name().equals(CommandLines.PROGRAM);
      Files.writeString(
          folder.resolve(file(page.name())),
          isProgram ? manual.ofProgram(page, pages) : manual.ofCommand(page));
    }
  }

  private static String file(String name) {
    return title(name) + ".1";
  }

  private static String title(String name) {
    return name.equals(CommandLines.PROGRAM) ? name : CommandLines.PROGRAM + "-" + name;
  }

  private String ofProgram(ManualPage page, List<ManualPage> pages) {
    var groups = new StringBuilder(section("commands"));
    for (CommandGroup group : CommandGroup.ALL) {
      groups.append(".SS \"").append(plain(group.title())).append("\"\n");
      for (String name : group.commands()) {
        groups.append(entry(new Entry(title(name) + "(1)", header(pages, name))));
      }
    }
    return beginning(page)
        + entries("options", page.options())
        + groups
        + entries("environment", VARIABLES)
        + entries("exit status", CODES)
        + examples(page)
        + section("see also")
        + "docker(1)\n";
  }

  private static String header(List<ManualPage> pages, String name) {
    return pages.stream()
        .filter(page -> page.name().equals(name))
        .map(ManualPage::header)
        .findFirst()
        .orElseThrow();
  }

  private String ofCommand(ManualPage page) {
    return beginning(page)
        + entries("arguments", page.arguments())
        + entries("options", page.options())
        + ".PP\nThe options of jcompose(1) stand before the command.\n"
        + entries("exit status", page.exitCodes())
        + examples(page)
        + section("see also")
        + "jcompose(1)\n";
  }

  private String beginning(ManualPage page) {
    var title = title(page.name());
    return ".TH %s 1 %s \"jcompose %s\" \"jcompose\"\n"
            .formatted(plain(title.toUpperCase(Locale.ROOT)), date, version)
        + section("name")
        + plain(title)
        + " \\- "
        + text(page.header())
        + "\n"
        + section("synopsis")
        + plain(page.synopsis())
        + "\n"
        + section("description")
        + text(page.description())
        + "\n";
  }

  private static String examples(ManualPage page) {
    return page.examples().isEmpty()
        ? ""
        : section("examples")
            + page.examples().stream()
                .map(example -> entry(new Entry(example.call(), example.meaning())))
                .collect(Collectors.joining());
  }

  private static String entries(String title, List<Entry> entries) {
    return entries.isEmpty()
        ? ""
        : section(title) + entries.stream().map(ManualPages::entry).collect(Collectors.joining());
  }

  private static String section(String title) {
    return ".SH " + title.toUpperCase(Locale.ROOT) + "\n";
  }

  private static String entry(Entry entry) {
    return ".TP\n\\fB" + plain(entry.term()) + "\\fR\n" + text(entry.meaning()) + "\n";
  }

  /// Text whose code stands in backticks.
  private static String text(String text) {
    Function<MatchResult, String> bold =
        code -> Matcher.quoteReplacement("\\fB" + code.group(1) + "\\fR");
    return CODE.matcher(plain(text)).replaceAll(bold);
  }

  /// Text as it is: nothing in it is taken for a command of roff.
  private static String plain(String text) {
    var escaped =
        text.replace("\\", "\\e")
            .replace("-", "\\-")
            .replace("'", "\\(aq")
            .replace("^", "\\(ha")
            .replace("~", "\\(ti");
    return escaped.startsWith(".") ? "\\&" + escaped : escaped;
  }
}
