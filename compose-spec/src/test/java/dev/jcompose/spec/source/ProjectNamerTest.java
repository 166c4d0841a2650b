package dev.jcompose.spec.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.ProjectName;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.step.LoadSwitches;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProjectNamerTest {
  private final Problems problems = new Problems();

  private String name(Map<String, String> environment, String chosen, String yaml) {
    return name("/srv/My Shop_2", environment, chosen, yaml);
  }

  private String name(
      String directory, Map<String, String> environment, String chosen, String yaml) {
    List<Node.Mapping> documents =
        YamlReader.read(new SourceFile("a.yaml", Optional.empty(), yaml), problems);
    FoundProject found =
        new FoundProject(
            List.of(),
            Path.of(directory),
            Optional.empty(),
            List.of(),
            Ordered.map(environment),
            List.of());
    return new ProjectNamer(found, LoadSwitches.ALL_ON, problems)
        .name(Optional.of(chosen).filter(text -> !text.isEmpty()), documents)
        .map(ProjectName::value)
        .orElse("none");
  }

  @Test
  void theUsersChoiceWinsThenTheEnvironmentThenTheFilesThenTheFolder() {
    Map<String, String> environment = Map.of("COMPOSE_PROJECT_NAME", "env");

    assertThat(name(environment, "chosen", "name: file")).isEqualTo("chosen");
    assertThat(name(environment, "", "name: file")).isEqualTo("env");
    assertThat(name(Map.of(), "", "name: file")).isEqualTo("file");
    assertThat(name(Map.of(), "", "a: 1")).isEqualTo("myshop_2");
  }

  @Test
  void theLastDocumentsNameWins() {
    assertThat(name(Map.of(), "", "name: a\n---\nname: b\n---\nx: 1\n")).isEqualTo("b");
  }

  @Test
  void aNameInTheFileIsFilledInAndMadeFit() {
    assertThat(name(Map.of("N", "Shop"), "", "name: _$N.${M:-x}")).isEqualTo("shopx");
  }

  @Test
  void aChosenNameMustFitAsItStands() {
    assertThat(name(Map.of(), "My.Shop", "a: 1")).isEqualTo("none");

    assertThat(problems.sorted())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.message()).startsWith("\"My.Shop\" cannot be a project's name");
          assertThat(found.hint()).contains("`myshop` could.");
        });
  }

  @Test
  void aFolderMayLeaveNothingOfItsName() {
    assertThat(name("/", Map.of(), "", "a: 1")).isEqualTo("none");

    assertThat(problems.sorted()).extracting(Diagnostic::code).containsExactly("project-name");
  }
}
