package dev.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.fake.Calls.Kind;
import dev.jcompose.executor.fake.Calls.Trouble;
import dev.jcompose.executor.fake.FakeEngine;
import dev.jcompose.model.Project;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Operation.OnFailure;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.Dependencies;
import dev.jcompose.planner.PlanOptions.PullImages.Buildable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Images made side by side: built in one go, fetched and pushed.
@Timeout(60)
final class JointBuildTest {
  private static final Project PROJECT =
      Projects.of(
          """
          services:
            a: {image: one, build: .}
            b: {image: two, build: .}
            c: {image: three, build: .}
          """);

  private final FakeEngine engine = new FakeEngine();
  private final Recorder events = new Recorder();
  private final List<String> goes = new ArrayList<>();

  @Test
  void allAreBuiltInOneGoAlsoWhenFewMayRunAtOnce() throws InterruptedException {
    engine.buildBy(
        builder((builds, listener) -> {
          for (Operation.BuildImage build : builds.reversed()) {
            listener.wrote(build, "line of " + build.image());
            made(build, listener);
          }
        }));

    var outcome = run(build(), RunOptions.DEFAULT.withParallelism(1));

    assertThat(outcome).isEqualTo(new Outcome.Completed());
    assertThat(goes).containsExactly("one two three");
    assertThat(events.lines())
        .startsWith("started #1")
        .contains("building #1 line of three", "done #1", "done #2", "done #3");
  }

  @Test
  void oneThatFailsIsToldAndTheOthersAreNotDone() throws InterruptedException {
    engine.buildBy(
        builder((builds, listener) -> {
          made(builds.getFirst(), listener);
          listener.failed(builds.get(1), "no space left");
        }));

    var outcome = (Outcome.Stopped) run(build(), RunOptions.DEFAULT);

    assertThat(outcome.failures())
        .extracting(Outcome.Failure::message)
        .containsExactly("service b: cannot build image two: no space left");
    assertThat(outcome.notDone()).extracting(step -> step.id().toString()).containsExactly("#3");
    assertThat(events.lines()).contains("done #1", "failed #2", "skipped #3");
  }

  @Test
  void anInterruptEndsTheBuilder() throws InterruptedException {
    var ended = new CountDownLatch(1);
    engine.buildBy(
        builder((builds, listener) -> {
          listener.wrote(builds.getFirst(), "begun");
          try {
            new CountDownLatch(1).await();
          } finally {
            ended.countDown();
          }
        }));
    events.interruptOn("building #1 begun");

    var outcome = run(build(), RunOptions.DEFAULT);

    assertThat(outcome).isInstanceOf(Outcome.Interrupted.class);
    assertThat(ended.getCount()).isZero();
  }

  @Test
  void aPullThatFailsKeepsNoOtherFromIt() throws InterruptedException {
    engine
        .calls()
        .before(Kind.PULL, 1, Trouble.failure(EngineException.Kind.OTHER, "no such image"));

    var outcome =
        (Outcome.Stopped) run(pull(OnFailure.GO_ON), RunOptions.DEFAULT.withParallelism(1));

    assertThat(outcome.failures()).hasSize(1);
    assertThat(events.lines()).contains("failed #1", "done #2", "done #3");
  }

  @Test
  void aPullThatFailsMayBeTolerated() throws InterruptedException {
    engine
        .calls()
        .before(Kind.PULL, 1, Trouble.failure(EngineException.Kind.OTHER, "no such image"));

    var outcome = run(pull(OnFailure.TOLERATE), RunOptions.DEFAULT.withParallelism(1));

    assertThat(outcome).isEqualTo(new Outcome.Completed());
    assertThat(events.lines()).contains("tolerated #1", "done #2", "done #3");
  }

  @Test
  void aPushNeedsTheImage() throws InterruptedException {
    engine.hand().image("two");

    var push = new PlanOptions.PushImages(List.of(), Dependencies.LEFT_ALONE, OnFailure.GO_ON);
    var outcome = (Outcome.Stopped) run(push, RunOptions.DEFAULT);

    assertThat(outcome.failures()).hasSize(2);
    assertThat(events.lines()).contains("done #2", "transferring #2 Pushed");
  }

  private Outcome run(PlanOptions wanted, RunOptions options) throws InterruptedException {
    var result =
        new Reconciler(engine, Projects.HASHER, options)
            .reconcile(
                PROJECT,
                wanted,
                new Reconciler.Audience() {
                  @Override
                  public Consumer<Event> begin(dev.jcompose.planner.Plan plan) {
                    return events;
                  }
                });
    return ((Reconciler.Result.Ended) result).outcome();
  }

  private static PlanOptions build() {
    return new PlanOptions.BuildImages(List.of(), Dependencies.LEFT_ALONE);
  }

  private static PlanOptions pull(OnFailure onFailure) {
    return new PlanOptions.PullImages(
        List.of(), Dependencies.LEFT_ALONE, Optional.empty(), Buildable.FETCHED, onFailure);
  }

  private void made(Operation.BuildImage build, JointBuilder.Listener listener) {
    engine.hand().image(build.image());
    listener.built(build);
  }

  /// What a builder does in one go.
  private interface Go {
    void build(List<Operation.BuildImage> builds, JointBuilder.Listener listener)
        throws InterruptedException;
  }

  private JointBuilder builder(Go go) {
    return new JointBuilder() {
      @Override
      public void build(List<Operation.BuildImage> builds, BuildOptions options, Listener listener)
          throws InterruptedException {
        goes.add(String.join(" ", builds.stream().map(Operation.BuildImage::image).toList()));
        go.build(builds, listener);
      }

      @Override
      public boolean check(
          List<Operation.BuildImage> builds, BuildOptions options, Consumer<String> output) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
