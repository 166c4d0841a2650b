package dev.jcompose.cli.project;

import dev.jcompose.cli.text.JsonText;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.planner.FileContents;
import dev.jcompose.planner.ObservedState;
import dev.jcompose.planner.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A plan in a file, with what it was made from: it may be carried out as long as a plan made anew
/// comes out the same.
///
/// It holds digests where the files hold values.
///
/// @param lines the plan as text, a line each
/// @param definitions the digest of each service
/// @param contents what configs and secrets hold, as on a container's label, by service
/// @param containers the id of each container, by name
public record PlanFile(
    String project,
    List<String> lines,
    SequencedMap<String, String> definitions,
    SequencedMap<String, String> contents,
    SequencedMap<String, String> containers) {
  private static final String FORMAT = "jcompose-plan";
  private static final int VERSION = 1;

  public PlanFile {
    lines = List.copyOf(lines);
    definitions = Ordered.map(definitions);
    contents = Ordered.map(contents);
    containers = Ordered.map(containers);
  }

  /// That of a plan that was just made.
  public static PlanFile of(Project project, ObservedState observed, Plan plan) {
    var salt = new byte[FileContents.SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    var contents = new TreeMap<String, String>();
    contents(project, observed)
        .forEach((service, files) -> {
          if (!files.isEmpty()) {
            contents.put(service, files.label(salt));
          }
        });
    return new PlanFile(
        project.name().value(),
        plan.toString().lines().toList(),
        definitions(project),
        contents,
        containers(observed));
  }

  private static SequencedMap<String, FileContents> contents(
      Project project, ObservedState observed) {
    var contents = new TreeMap<String, FileContents>();
    project
        .services()
        .forEach((name, service) ->
            contents.put(name.value(), FileContents.of(project, service, observed.hostFiles())));
    return contents;
  }

  private static SequencedMap<String, String> definitions(Project project) {
    var hashes = new Hashes();
    var definitions = new TreeMap<String, String>();
    project
        .services()
        .forEach((name, service) -> definitions.put(name.value(), hashes.hash(service).value()));
    return definitions;
  }

  private static SequencedMap<String, String> containers(ObservedState observed) {
    var containers = new TreeMap<String, String>();
    observed
        .containers()
        .forEach(container -> containers.put(container.name(), container.id().value()));
    return containers;
  }

  /// Writes it, over what is there.
  ///
  /// @throws CommandFailure if that is not possible
  public void write(Path file) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put(FORMAT, VERSION);
    fields.put("project", project);
    fields.put("lines", lines);
    fields.put("definitions", definitions);
    fields.put("contents", contents);
    fields.put("containers", containers);
    try {
      Files.writeString(file, JsonText.of(fields) + "\n");
    } catch (IOException e) {
      throw new CommandFailure("cannot write " + file + ": " + e.getMessage());
    }
  }

  /// Reads one.
  ///
  /// @throws CommandFailure if there is none
  public static PlanFile read(Path file) {
    try {
      var read = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
      if (read instanceof Map<?, ?> fields && Integer.valueOf(VERSION).equals(fields.get(FORMAT))) {
        return new PlanFile(
            String.valueOf(fields.get("project")),
            fields.get("lines") instanceof List<?> lines
                ? lines.stream().map(String::valueOf).toList()
                : List.of(),
            texts(fields.get("definitions")),
            texts(fields.get("contents")),
            texts(fields.get("containers")));
      }
    } catch (NoSuchFileException _) {
      throw new CommandFailure("there is no file " + file);
    } catch (IOException e) {
      throw new CommandFailure("cannot read " + file + ": " + e.getMessage());
    } catch (YamlEngineException _) {
      throw new CommandFailure(file + " is no plan: `plan --out` writes them");
    }
    throw new CommandFailure(file + " is no plan of this version: `plan --out` writes them");
  }

  private static SequencedMap<String, String> texts(@Nullable Object fields) {
    var texts = new TreeMap<String, String>();
    if (fields instanceof Map<?, ?> map) {
      map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
    }
    return texts;
  }

  /// Refuses a plan that does not come out the same any more.
  ///
  /// @throws CommandFailure that says what differs
  public void check(Project now, ObservedState observed, Plan plan) {
    var differences = new ArrayList<String>();
    if (!project.equals(now.name().value())) {
      differences.add("it is for project " + project + ", and this is " + now.name());
    }
    compare("the definition of service ", definitions, definitions(now), differences);
    contents(now, observed)
        .forEach((service, files) -> {
          for (String changed : files.changed(contents.getOrDefault(service, ""))) {
            differences.add(
                "the content of " + changed + " of service " + service + " has changed");
          }
        });
    compare("container ", containers, containers(observed), differences);
    var lines = plan.toString().lines().toList();
    this.lines.stream()
        .filter(line -> !lines.contains(line))
        .forEach(line -> differences.add("planned then, not now: " + line));
    lines.stream()
        .filter(line -> !this.lines.contains(line))
        .forEach(line -> differences.add("planned now, not then: " + line));
    if (!differences.isEmpty()) {
      throw new CommandFailure(
          "the plan does not hold any more, and nothing was done:\n  "
              + String.join("\n  ", differences));
    }
  }

  private static void compare(
      String what, Map<String, String> then, Map<String, String> now, List<String> differences) {
    var names = new TreeSet<>(then.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      if (!then.containsKey(name)) {
        differences.add(what + name + " is new");
      } else if (!now.containsKey(name)) {
        differences.add(what + name + " is gone");
      } else if (!Objects.equals(then.get(name), now.get(name))) {
        differences.add(what + name + " is another one now");
      }
    }
  }
}
