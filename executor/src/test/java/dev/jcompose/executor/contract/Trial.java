package dev.jcompose.executor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.EngineException.Kind;
import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.Operation.AnonymousVolumes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;

/// An engine and a project of its own to try it with.
public final class Trial {
  /// For a container that is to be stopped: no time to end by itself.
  static final Optional<Duration> AT_ONCE = Optional.of(Duration.ZERO);

  private final Engine engine;
  private final Specs specs =
      new Specs(new ProjectName("jcengine-" + Long.toHexString(System.nanoTime())));

  public Trial(Engine engine) {
    this.engine = engine;
  }

  public Engine engine() {
    return engine;
  }

  public Specs specs() {
    return specs;
  }

  public ContainerId create(ContainerSpec spec) throws InterruptedException {
    return engine.createContainer(
        spec,
        spec.labels(),
        _ -> {
          throw new AssertionError("no other container is meant");
        });
  }

  public ContainerId started(ContainerSpec spec) throws InterruptedException {
    ContainerId id = create(spec);
    engine.startContainer(id);
    return id;
  }

  public ContainerId started(String service, String... command) throws InterruptedException {
    return started(specs.container(service, command));
  }

  /// The only container of the project.
  public ObservedContainer only() throws InterruptedException {
    List<ObservedContainer> containers = engine.containers(specs.project());
    assertThat(containers).hasSize(1);
    return containers.getFirst();
  }

  public List<LogLine> log(ContainerId id, LogOptions options) throws InterruptedException {
    List<LogLine> lines = new ArrayList<>();
    engine.logs(id, options, lines::add);
    return lines;
  }

  /// Checks that the engine refuses a call.
  public static ThrowableAssertAlternative<EngineException> refused(
      Kind kind, ThrowingCallable call) {
    return assertThatExceptionOfType(EngineException.class)
        .isThrownBy(call)
        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  /// Removes all of the project and closes the engine.
  public void leaveNothingBehind() throws InterruptedException {
    for (ObservedContainer container : engine.containers(specs.project())) {
      engine.removeContainer(container.id(), AnonymousVolumes.REMOVE);
    }
    for (var network : engine.networks(specs.project())) {
      engine.removeNetwork(network.id());
    }
    for (var volume : engine.volumes(specs.project())) {
      engine.removeVolume(volume.name());
    }
    engine.close();
  }
}
