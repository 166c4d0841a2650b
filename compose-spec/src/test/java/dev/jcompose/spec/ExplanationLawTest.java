package dev.jcompose.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Value;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.explain.Answer;
import dev.jcompose.spec.explain.Explainer;
import dev.jcompose.spec.explain.Explanation;
import dev.jcompose.spec.explain.Origin;
import dev.jcompose.spec.trail.RecordedTrail;
import dev.jcompose.spec.write.ProjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of the explanations of every project.
final class ExplanationLawTest {

  static Stream<ConfigCase> cases() throws IOException {
    return ConfigCase.all().filter(given -> given.has("expected.yaml"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyValueIsExplainedByAPlaceThatIsThere(ConfigCase given)
      throws InvalidProjectException, IOException {
    Sources sources = new Sources();
    RecordedTrail trail = new RecordedTrail();
    LoadedProject loaded = given.load("compose.yaml", sources, trail);
    Value project = ProjectWriter.value(loaded.project());
    Explainer explainer = new Explainer(project, loaded.settled(), trail);

    List<Explanation> all = explained(explainer, "");

    assertThat(all.stream().filter(ExplanationLawTest::isLeaf).count()).isEqualTo(leaves(project));
    assertThat(all)
        .allSatisfy(found -> {
          assertThat(place(found.origin()).filter(place -> !exists(place, sources, given.folder())))
              .as("%s", found.path())
              .isEmpty();
          assertThat(explained(explainer, found.path().toString())).contains(found);
        });
  }

  private static List<Explanation> explained(Explainer explainer, String path) {
    return switch (explainer.explain(path)) {
      case Answer.Explained(List<Explanation> values) -> values;
      case Answer.Unknown unknown -> throw new AssertionError(path + ": " + unknown);
    };
  }

  private static boolean isLeaf(Explanation explanation) {
    return !(explanation.origin() instanceof Origin.Removed) && isLeaf(explanation.value());
  }

  private static boolean isLeaf(Value value) {
    return switch (value) {
      case Value.Fields(var fields) -> fields.isEmpty();
      case Value.Items(var items) -> items.isEmpty();
      case Value.Scalar _ -> true;
    };
  }

  private static long leaves(Value value) {
    return isLeaf(value)
        ? 1
        : switch (value) {
          case Value.Fields(var fields) ->
              fields.values().stream().mapToLong(ExplanationLawTest::leaves).sum();
          case Value.Items(var items) -> items.stream().mapToLong(ExplanationLawTest::leaves).sum();
          case Value.Scalar _ -> 1;
        };
  }

  private static Optional<Span> place(Origin origin) {
    return switch (origin) {
      case Origin.Typed(Span place) -> Optional.of(place);
      case Origin.Implied(Span place) -> Optional.of(place);
      case Origin.Removed(Span place) -> Optional.of(place);
      case Origin.Outside _ -> Optional.empty();
    };
  }

  private static boolean exists(Span place, Sources sources, Path folder) {
    String text =
        sources
            .file(place.file())
            .map(file -> file.text())
            .orElseGet(() -> read(folder.resolve(place.file())));
    List<String> lines = List.of(text.split("\n", -1));
    return place.line() <= lines.size()
        && place.column() <= lines.get(place.line() - 1).length() + 1;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException _) {
      return "";
    }
  }
}
