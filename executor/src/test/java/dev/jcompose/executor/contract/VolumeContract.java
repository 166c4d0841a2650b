package dev.jcompose.executor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.EngineException.Kind;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerMount;
import dev.jcompose.planner.Operation.AnonymousVolumes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Volumes, and the containers that use them.
interface VolumeContract {
  /// The engine that is tried.
  Trial on();

  @Test
  default void aVolumeIsKeptWhileItIsUsed() throws InterruptedException {
    on().engine().createVolume(on().specs().volume("data"), on().specs().volumeLabels("data"));
    on().engine().createVolume(on().specs().volume("data"), on().specs().volumeLabels("data"));
    String name = on().specs().volume("data").name();
    var mount = new ContainerMount.NamedVolume(name, Specs.at("/data"), Optional.empty());
    ContainerId id = on().create(on().specs().of(Specs.running(), List.of(mount), List.of()));

    assertThat(on().engine().volumes(on().specs().project()))
        .containsExactly(on().engine().volume(name).orElseThrow());
    assertThat(on().only().mounts().getFirst().name()).contains(name);
    assertThat(on().only().mounts().getFirst().target()).isEqualTo("/data");
    Trial.refused(Kind.CONFLICT, () -> on().engine().removeVolume(name))
        .withMessageContaining(name);

    on().engine().removeContainer(id, AnonymousVolumes.REMOVE);
    assertThat(on().engine().volume(name)).isPresent();
    on().engine().removeVolume(name);
    on().engine().removeVolume(name);
    assertThat(on().engine().volume(name)).isEmpty();
  }

  @Test
  default void anonymousVolumesGoWithTheirContainerIfWanted() throws InterruptedException {
    var mount = new ContainerMount.AnonymousVolume(Specs.at("/data"), Optional.empty());
    ContainerId id = on().create(on().specs().of(Specs.running(), List.of(mount), List.of()));
    String name = on().only().mounts().getFirst().name().orElseThrow();
    on().engine().removeContainer(id, AnonymousVolumes.KEEP);
    assertThat(on().engine().volume(name)).isPresent();
    on().engine().removeVolume(name);

    ContainerId other = on().create(on().specs().of(Specs.running(), List.of(mount), List.of()));
    String gone = on().only().mounts().getFirst().name().orElseThrow();
    on().engine().removeContainer(other, AnonymousVolumes.REMOVE);
    assertThat(on().engine().volume(gone)).isEmpty();
  }
}
