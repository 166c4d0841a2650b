package dev.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.fake.Calls.Kind;
import dev.jcompose.executor.fake.Calls.Trouble;
import dev.jcompose.executor.fake.FakeEngine;
import dev.jcompose.model.Project;
import dev.jcompose.planner.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever happens on the way, the next `up` gets there and `down` leaves nothing.
@Timeout(120)
class ConvergenceTest {
  private static final Set<Kind> CHANGES =
      EnumSet.of(
          Kind.CREATE_CONTAINER,
          Kind.START_CONTAINER,
          Kind.STOP_CONTAINER,
          Kind.REMOVE_CONTAINER,
          Kind.RENAME_CONTAINER,
          Kind.CONNECT,
          Kind.DISCONNECT,
          Kind.UPLOAD,
          Kind.EXEC,
          Kind.CREATE_NETWORK,
          Kind.REMOVE_NETWORK,
          Kind.CREATE_VOLUME,
          Kind.REMOVE_VOLUME,
          Kind.PULL,
          Kind.BUILD);

  private static final SequencedMap<String, Project> SHAPES = Shapes.all();

  /// How many other shapes a shape that meets trouble begins from.
  private static final int OTHERS = Integer.getInteger("jcompose.law.shapes", 4);

  static Stream<String> shapes() {
    return SHAPES.keySet().stream();
  }

  /// Shapes to begin from: each time others.
  private static List<Project> others(String name, int turn) {
    var all = List.copyOf(SHAPES.values());
    int first = List.copyOf(SHAPES.keySet()).indexOf(name) + turn;
    return IntStream.range(0, Math.min(OTHERS, all.size()))
        .mapToObj(number -> all.get((first + number * all.size() / OTHERS) % all.size()))
        .toList();
  }

  private static FakeEngine engine() {
    var engine = new FakeEngine();
    Shapes.FOREIGN.forEach(name -> engine.hand().network(name).volume(name));
    return engine;
  }

  private static Project shape(String name) {
    return Objects.requireNonNull(SHAPES.get(name));
  }

  private static void holdsToTheEnd(FakeEngine engine, Project project)
      throws InterruptedException {
    var law = new Law(engine);
    law.holds(project);
    law.downLeavesNothing(project);
    assertThat(engine.hand().networks()).isEqualTo(Shapes.FOREIGN);
    assertThat(named(engine.hand().volumes())).isEqualTo(Shapes.FOREIGN);
  }

  private static List<String> named(List<String> volumes) {
    return volumes.stream().filter(name -> !name.matches("[0-9a-f]{64}")).toList();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aProjectConvergesAtOnce(String name) throws InterruptedException {
    holdsToTheEnd(engine(), shape(name));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aProjectConvergesFromAnyOther(String name) throws InterruptedException {
    for (Project before : SHAPES.values()) {
      var engine = engine();
      new Law(engine).up(before, _ -> {});
      holdsToTheEnd(engine, shape(name));
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void anInterruptAtAnyStepIsMended(String name) throws InterruptedException {
    for (Project before : others(name, 0)) {
      int step = 1;
      boolean reached = true;
      while (reached) {
        var engine = engine();
        new Law(engine).up(before, _ -> {});
        var events = new Recorder().interruptOn("started #" + step);
        var result = new Law(engine).up(shape(name), events);
        reached = events.lines().contains("started #" + step);
        assertThat(result)
            .isInstanceOfSatisfying(
                Reconciler.Result.Ended.class,
                ended ->
                    assertThat(ended.outcome())
                        .isInstanceOfAny(Outcome.Interrupted.class, Outcome.Completed.class));
        holdsToTheEnd(engine, shape(name));
        step++;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aFailureOfAnyCallIsMended(String name) throws InterruptedException {
    int turn = 0;
    for (Kind kind : CHANGES) {
      var before = others(name, turn++);
      int nth = 1;
      while (failsAndIsMended(before, name, kind, nth, Lost.REQUEST)
          && failsAndIsMended(before, name, kind, nth, Lost.ANSWER)) {
        nth++;
      }
    }
  }

  /// What gets lost of a call.
  private enum Lost {
    REQUEST,
    ANSWER
  }

  /// Lets one call of `up` fail, after each of other projects was up; false when there is no such
  /// call.
  private static boolean failsAndIsMended(
      List<Project> others, String name, Kind kind, int nth, Lost lost)
      throws InterruptedException {
    boolean failed = false;
    for (Project before : others) {
      var engine = engine();
      new Law(engine).up(before, _ -> {});
      int calls = engine.calls().count(kind);
      var failure = Trouble.failure(EngineException.Kind.OTHER, "connection reset");
      switch (lost) {
        case REQUEST -> engine.calls().before(kind, nth, failure);
        case ANSWER -> engine.calls().after(kind, nth, failure);
      }
      new Law(engine).up(shape(name), _ -> {});
      if (engine.calls().count(kind) >= calls + nth) {
        failed = true;
        holdsToTheEnd(engine, shape(name));
      }
    }
    return failed;
  }

  @Test
  void whatTheEngineCannotDoIsKnownBeforeAnythingIsTouched() throws InterruptedException {
    var engine = engine();
    var problem = new Problem.Unsupported("service web", "`annotations` needs a newer engine");
    engine.hand().lack(problem);
    Project project = SHAPES.values().iterator().next();

    assertThat(new Law(engine).up(project, _ -> {}))
        .isEqualTo(new Reconciler.Result.Refused(List.of(problem)));
    assertThat(engine.calls().log(CHANGES.toArray(Kind[]::new))).isEmpty();
  }
}
