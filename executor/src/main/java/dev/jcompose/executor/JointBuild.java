package dev.jcompose.executor;

import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All builds of one plan, done in one go: the first step that is carried out begins it, and each
/// ends when its own image is there.
final class JointBuild {
  /// How long what was interrupted may take to end.
  private static final Duration LAST_GRACE = Duration.ofSeconds(4);

  private final JointBuilder builder;
  private final BuildOptions options;
  private final SequencedMap<Operation.BuildImage, Build> builds = new LinkedHashMap<>();
  private final Set<Step> begun = ConcurrentHashMap.newKeySet();
  private @Nullable Thread thread;

  /// How an image came out: empty when it is there.
  private record Build(Step step, CompletableFuture<Optional<EngineException>> end) {}

  /// The build was given up because another one failed.
  static final class GivenUpException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  JointBuild(JointBuilder builder, List<Step> steps, BuildOptions options) {
    this.builder = builder;
    this.options = options;
    for (Step step : steps) {
      if (step.operation() instanceof Operation.BuildImage build) {
        builds.put(build, new Build(step, new CompletableFuture<>()));
      }
    }
  }

  /// Returns when the image is built.
  ///
  /// @param output hears what the builds say, with the step that it is about; what is said of those
  ///   that wait for their turn counts for the step that has begun it all
  /// @throws EngineException if it could not be built
  void await(Operation.BuildImage build, BiConsumer<Step, String> output)
      throws GivenUpException, InterruptedException {
    var step = of(build).step();
    begun.add(step);
    var running = running(step, output);
    try {
      Optional<EngineException> failure = of(build).end().get();
      if (failure.isPresent()) {
        throw failure.get();
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case GivenUpException givenUp -> throw givenUp;
        case RuntimeException bug -> throw bug;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      running.interrupt();
      var _ = running.join(LAST_GRACE);
      throw e;
    }
  }

  private Build of(Operation.BuildImage build) {
    var found = builds.get(build);
    if (found == null) {
      throw new IllegalStateException("not a build of this plan: " + build.image());
    }
    return found;
  }

  private synchronized Thread running(Step first, BiConsumer<Step, String> output) {
    if (thread == null) {
      thread =
          Thread.ofPlatform().daemon().name("builds").start(() -> run(new Ends(first, output)));
    }
    return thread;
  }

  private void run(Ends ends) {
    try {
      builder.build(List.copyOf(builds.sequencedKeySet()), options, ends);
      endAll(end -> end.completeExceptionally(new GivenUpException()));
    } catch (EngineException refusal) {
      endAll(end -> end.complete(Optional.of(refusal)));
    } catch (InterruptedException _) {
      endAll(end -> end.completeExceptionally(new GivenUpException()));
    } catch (RuntimeException bug) {
      endAll(end -> end.completeExceptionally(bug));
    }
  }

  private void endAll(Consumer<CompletableFuture<Optional<EngineException>>> how) {
    builds.values().forEach(build -> how.accept(build.end()));
  }

  /// Takes down how each image came out.
  private final class Ends implements JointBuilder.Listener {
    private final Step first;
    private final BiConsumer<Step, String> output;

    Ends(Step first, BiConsumer<Step, String> output) {
      this.first = first;
      this.output = output;
    }

    @Override
    public void wrote(Operation.BuildImage build, String line) {
      var step = of(build).step();
      output.accept(begun.contains(step) ? step : first, line);
    }

    @Override
    public void built(Operation.BuildImage build) {
      of(build).end().complete(Optional.empty());
    }

    @Override
    public void failed(Operation.BuildImage build, String reason) {
      of(build)
          .end()
          .complete(
              Optional.of(
                  new EngineException(
                      EngineException.Kind.OTHER,
                      "cannot build image " + build.image() + ": " + reason)));
    }
  }
}
