package dev.jcompose.spec.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jcompose.spec.fuzz.Effort;
import dev.jcompose.spec.fuzz.Examples;
import dev.jcompose.spec.fuzz.NodeMutator;
import dev.jcompose.spec.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// It must say what the library says, which is checked on the golden cases and on changed copies of
/// them.
final class QuickCheckTest {
  private static final SchemaValidator LIBRARY = NetworkntValidator.create();
  private static final List<Node.Mapping> DOCUMENTS = Examples.documents();

  @Test
  void agreesOnTheGoldenCases() {
    assertThat(DOCUMENTS).hasSizeGreaterThan(100).allSatisfy(this::agrees);
  }

  @Test
  void agreesOnChangedCopies() {
    Map<Boolean, Integer> answers = new TreeMap<>();
    Effort.seeds(20_000)
        .forEach(seed -> {
          var chance = Effort.chance(seed);
          NodeMutator mutator = new NodeMutator(chance, DOCUMENTS);
          Node.Mapping document = DOCUMENTS.get(chance.nextInt(DOCUMENTS.size()));
          for (int i = chance.nextInt(3); i >= 0; i--) {
            document = mutator.mutate(document);
          }
          answers.merge(agrees(document), 1, Integer::sum);
        });
    assertThat(answers.values()).as("accepted and refused ones").hasSize(2).allMatch(n -> n > 1000);
  }

  @Test
  void refusesASchemaThatItDoesNotUnderstand() {
    assertThatThrownBy(() -> ShapeReader.read("new.json", "{\"maxLength\": 3}"))
        .hasMessageContaining("maxLength");
  }

  private boolean agrees(Node.Mapping document) {
    boolean accepted = QuickCheck.accepts(document);
    assertThat(LIBRARY.check(document).isEmpty()).as("%s", document).isEqualTo(accepted);
    return accepted;
  }
}
