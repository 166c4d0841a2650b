package dev.jcompose.spec.source;

import dev.jcompose.model.ProjectName;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.interpolate.Template;
import dev.jcompose.spec.step.LoadSwitches;
import dev.jcompose.spec.trail.Trail;
import dev.jcompose.spec.trail.VariableSource;
import dev.jcompose.spec.yaml.Node;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the name of a project: the one the user chose, else `COMPOSE_PROJECT_NAME`, else `name:`
/// in the files, else the name of the project directory.
///
/// The first two must be names as they stand; the others are made into one.
public final class ProjectNamer {
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^a-z0-9_-]");
  private static final Pattern NOT_AT_START = Pattern.compile("^[_-]+");

  private final FoundProject found;
  private final LoadSwitches switches;
  private final Problems problems;
  private final Trail trail;

  public ProjectNamer(FoundProject found, LoadSwitches switches, Problems problems) {
    this(found, switches, problems, Trail.NONE);
  }

  /// A namer that notes where the name comes from.
  public ProjectNamer(FoundProject found, LoadSwitches switches, Problems problems, Trail trail) {
    this.trail = trail;
    this.found = found;
    this.switches = switches;
    this.problems = problems;
  }

  /// The name, or nothing if there is none, which is then among the problems.
  public Optional<ProjectName> name(Optional<String> chosen, List<Node.Mapping> documents) {
    Optional<String> explicit =
        chosen
            .or(() -> Optional.ofNullable(found.environment().get("COMPOSE_PROJECT_NAME")))
            .filter(name -> !name.isEmpty());
    if (explicit.isPresent()) {
      if (chosen.equals(explicit)) {
        trail.named(new VariableSource.Chosen());
      } else {
        trail.namedByVariable();
      }
      return explicit.flatMap(this::asItStands);
    }
    Optional<Node.Text> typed =
        documents.stream()
            .flatMap(document -> document.get("name").stream())
            .filter(Node.Text.class::isInstance)
            .map(Node.Text.class::cast)
            .filter(name -> !name.value().isEmpty())
            .reduce((_, last) -> last);
    String text =
        typed
            .map(name -> switches.interpolation() ? filled(name.value()) : name.value())
            .orElseGet(() -> Objects.toString(found.directory().getFileName(), ""));
    trail.named(
        typed
            .<VariableSource>map(name -> new VariableSource.Line(name.span()))
            .orElseGet(VariableSource.Directory::new));
    String normal = normalise(text);
    if (normal.isEmpty()) {
      problems.add(nameless(typed));
      return Optional.empty();
    }
    return Optional.of(new ProjectName(normal));
  }

  /// That text in lower case, without what may not stand in a project's name.
  public static String normalise(String text) {
    String allowed = NOT_IN_NAMES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    return NOT_AT_START.matcher(allowed).replaceAll("");
  }

  private String filled(String name) {
    return Template.of(name).fill(this::variable).text();
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(found.environment().get(name));
  }

  private Optional<ProjectName> asItStands(String name) {
    if (ProjectName.isValid(name)) {
      return Optional.of(new ProjectName(name));
    }
    String normal = normalise(name);
    problems.add(
        new Diagnostic(
            Diagnostic.Severity.ERROR,
            "project-name",
            "\""
                + name
                + "\" cannot be a project's name: it is made of lower-case letters, digits, `-` and"
                + " `_`, and begins with a letter or digit",
            Optional.empty(),
            NodePath.ROOT,
            normal.isEmpty() ? Optional.empty() : Optional.of("`" + normal + "` could.")));
    return Optional.empty();
  }

  private static Diagnostic nameless(Optional<Node.Text> typed) {
    return new Diagnostic(
        Diagnostic.Severity.ERROR,
        "project-name",
        "the project has no name: nothing is left of "
            + (typed.isPresent() ? "`name`" : "the project directory's")
            + " that may stand in one",
        typed.map(Node.Text::span),
        typed.isPresent() ? NodePath.of("name") : NodePath.ROOT,
        Optional.of("Give one with `name:` in the file, or with `-p`."));
  }
}
