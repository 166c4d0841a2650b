package dev.jcompose.cli.progress;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How far builds have come, by the steps of their Dockerfiles, those of all stages taken together.
final class BuildSteps {
  private static final String CACHED = "CACHED ";

  /// What the engine's own builder writes before each step: `Step 2/3 : RUN make`.
  private static final String CLASSIC = "Step ";

  private final Map<String, Map<String, Reached>> images = new HashMap<>();
  private final Bars bars = new Bars();

  /// How far a stage is: the step of that number has begun.
  private record Reached(int step, int of) {}

  /// A line that tells of the beginning of a step.
  private record Beginning(String stage, Reached reached, String instruction) {}

  /// What there is to say of an image after a line of its build, e.g. `━━━─────── 3/6 RUN make`;
  /// empty if the line tells of no step.
  Optional<String> after(String image, String line) {
    return beginning(line)
        .map(begun -> {
          var stages = images.computeIfAbsent(image, _ -> new LinkedHashMap<>());
          stages.merge(
              begun.stage(), begun.reached(), (old, now) -> now.step() > old.step() ? now : old);
          int step = sum(stages.values()).step();
          int of = sum(stages.values()).of();
          return bars.of(image, step - 1L, of) + " " + step + "/" + of + " " + begun.instruction();
        });
  }

  /// What there is to say of it in the end.
  String whole(String image) {
    int steps = sum(images.getOrDefault(image, Map.of()).values()).of();
    return steps == 0 ? "" : steps == 1 ? "1 step" : steps + " steps";
  }

  private static Reached sum(Collection<Reached> stages) {
    int step = 0;
    int of = 0;
    for (Reached stage : stages) {
      step += stage.step();
      of += stage.of();
    }
    return new Reached(step, of);
  }

  private static Optional<Beginning> beginning(String line) {
    var text = line.startsWith(CACHED) ? line.substring(CACHED.length()) : line;
    if (text.startsWith("[") && text.contains("] ")) {
      int end = text.indexOf("] ");
      int blank = text.lastIndexOf(' ', end);
      return beginning(
          text.substring(1, Math.max(1, blank)),
          text.substring(Math.max(blank, 0) + 1, end),
          text.substring(end + 2));
    }
    int colon = text.indexOf(" : ");
    return text.startsWith(CLASSIC) && colon > 0
        ? beginning("", text.substring(CLASSIC.length(), colon), text.substring(colon + 3))
        : Optional.empty();
  }

  /// @param reached `2/3`
  private static Optional<Beginning> beginning(String stage, String reached, String instruction) {
    int slash = reached.indexOf('/');
    int step = slash < 0 ? 0 : number(reached.substring(0, slash));
    int of = slash < 0 ? 0 : number(reached.substring(slash + 1));
    return step > 0 && of >= step
        ? Optional.of(new Beginning(stage, new Reached(step, of), instruction))
        : Optional.empty();
  }

  /// 0 for what is none.
  private static int number(String text) {
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
  }
}
