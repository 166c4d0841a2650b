package dev.jcompose.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.jcompose.model.Project;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.fuzz.Effort;
import dev.jcompose.spec.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files made to exhaust a program are refused in words and in time.
final class BoundsTest {
  private static final int SMALL_STACK = 160 * 1024;

  @TempDir Path folder;

  /// Attributes of a service.
  static Arguments[] attributes() {
    return new Arguments[] {
      refused("interpolation-depth", "hostname: " + "${A:-".repeat(10_000) + "}".repeat(10_000)),
      refused("interpolation-syntax", "hostname: " + "${A:-".repeat(100_000)),
      refused("yaml-syntax", "hostname: \"\\Uffffffff\""),
      refused("yaml-tag", "hostname: !!binary \"=====\""),
      refused("wrong-type", "tty: " + "9".repeat(500_000)),
      refused("wrong-type", "cpu_shares: \"" + "9".repeat(500_000) + "\""),
      refused("wrong-type", "scale: \"" + "9".repeat(500_000) + "\""),
      refused("bad-value", "stop_grace_period: " + "9".repeat(500_000) + "h"),
      refused("bad-value", "mem_limit: " + "9".repeat(500_000) + "gb"),
      refused("bad-value", "pull_policy: every_" + "1w".repeat(100_000)),
      refused("unknown-key", "? " + "k".repeat(200_000) + "\n    : 1"),
      refused("too-deep", "x-deep: " + "[".repeat(100_000)),
      refused("too-deep", "x-deep:\n      " + "? ".repeat(50_000)),
      refused("bad-port", "ports: [" + many(50, "\"127.0.0.%d:1-65535:1-65535\", ") + "]"),
      refused("unknown-key", "more-problems", many(20_000, "key%d: 1\n    ")),
      refused("undefined-element", "more-problems", "networks: [" + many(5_000, "net%d, ") + "]"),
      refused(
          "undefined-service", "more-problems", "depends_on: [" + many(5_000, "other%d, ") + "]"),
    };
  }

  @ParameterizedTest
  @MethodSource("attributes")
  void attributesAreRefused(List<String> codes, String attribute) throws Exception {
    assertThat(refusal("services:\n  a:\n    image: x\n    " + attribute + "\n"))
        .containsExactlyInAnyOrderElementsOf(codes);
  }

  /// Whole files.
  static Arguments[] files() {
    return new Arguments[] {
      refused("file-too-large", "#".repeat(YamlReader.MOST_CHARACTERS + 1)),
      refused("file-too-large", "x-a: [" + "1,".repeat(600_000) + "]"),
      refused("too-many-aliases", bomb()),
      refused("duplicate-key", "more-problems", "services:\n" + "  a: {image: x}\n".repeat(20_000)),
      refused("dependency-cycle", "services:\n" + circle("  s%d: {image: x, depends_on: [s%d]}\n")),
      refused("too-deep", "services:\n" + circle("  s%d: {image: x, extends: s%d}\n")),
    };
  }

  @ParameterizedTest
  @MethodSource("files")
  void filesAreRefused(List<String> codes, String text) throws Exception {
    assertThat(refusal(text)).containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void envFilesAreRefused() throws Exception {
    Files.writeString(folder.resolve(".env"), "#".repeat(YamlReader.MOST_CHARACTERS + 1));
    assertThat(refusal("services: {a: {image: x}}")).containsExactly("file-too-large");
  }

  @Test
  void chainsOfIncludesAreRefused() throws Exception {
    for (int i = 0; i < 100; i++) {
      Files.writeString(folder.resolve("f" + i + ".yaml"), "include: [f" + (i + 1) + ".yaml]\n");
    }
    assertThat(refusal("include: [f0.yaml]")).containsExactly("too-deep");
  }

  @Test
  void smallStacksAreEnoughToSayWhatIsWrong() throws Exception {
    load("services: {a: {image: x}}");
    Files.writeString(
        folder.resolve("compose.yaml"),
        "services: {a: {image: x}}\nx-deep: " + "[".repeat(190) + "]".repeat(190));
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () ->
                thrown.set(
                    catchThrowable(
                        () -> new ConfigCase(folder).load(List.of("compose.yaml"), folder))),
            "small",
            SMALL_STACK);
    thread.start();
    thread.join();

    assertThat(thrown.get())
        .isInstanceOfSatisfying(
            InvalidProjectException.class,
            e -> {
              assertThat(e.diagnostics()).extracting(Diagnostic::code).containsExactly("too-deep");
              assertThat(e.diagnostics().getFirst().span()).isPresent();
            });
  }

  @Test
  void messagesCutWhatTheyQuote() throws Exception {
    InvalidProjectException e =
        failure("services: {a: {image: x, scale: \"" + "n".repeat(300_000) + "\"}}");
    assertThat(e.diagnostics())
        .allSatisfy(found -> assertThat(found.message()).hasSizeLessThan(1_100).contains(" … "));
  }

  @Test
  void longChainsOfDependenciesAreLoaded() throws Exception {
    String text =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "  s" + i + ": {image: x, depends_on: [s" + (i + 1) + "]}\n")
            .collect(Collectors.joining("", "services:\n", "  s10000: {image: x}\n"));
    assertThat(load(text).services()).hasSize(10_001);
  }

  @Test
  void variablesByTheThousandAreLoaded() throws Exception {
    String text = "services: {a: {image: x, environment: {" + many(20_000, "K%1$d: \"${V%1$d}\",");
    assertThat(load(text + "}}}").services()).hasSize(1);
  }

  /// The codes that come up, each once.
  private List<String> refusal(String text) throws Exception {
    return failure(text).diagnostics().stream().map(Diagnostic::code).distinct().toList();
  }

  private InvalidProjectException failure(String text) throws Exception {
    return assertTimeoutPreemptively(
        Effort.LIMIT, () -> catchThrowableOfType(InvalidProjectException.class, () -> load(text)));
  }

  private Project load(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("compose.yaml"), text);
    return assertTimeoutPreemptively(
        Effort.LIMIT, () -> new ConfigCase(folder).load(List.of(file.toString()), folder));
  }

  private static String many(int number, String form) {
    return IntStream.range(0, number).mapToObj(form::formatted).collect(Collectors.joining());
  }

  private static String circle(String form) {
    return IntStream.range(0, 3_000)
        .mapToObj(i -> form.formatted(i, (i + 1) % 3_000))
        .collect(Collectors.joining());
  }

  private static String bomb() {
    return IntStream.range(1, 10)
        .mapToObj(i -> "x-%1$d: &a%1$d [%2$s]%n".formatted(i, ("*a" + (i - 1) + ",").repeat(10)))
        .collect(Collectors.joining("", "x-0: &a0 [1]\n", ""));
  }

  private static Arguments refused(String code, String text) {
    return Arguments.argumentSet(code, List.of(code), text);
  }

  private static Arguments refused(String code, String other, String text) {
    return Arguments.argumentSet(code + " and " + other, List.of(code, other), text);
  }
}
