package dev.jcompose.executor;

import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerRef;
import dev.jcompose.planner.ImageId;
import dev.jcompose.planner.ImageRef;
import dev.jcompose.planner.StepId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What the steps of one run have made so far, for the steps that build on them.
final class Made {
  private final Map<StepId, ContainerId> containers = new ConcurrentHashMap<>();
  private final Map<StepId, ImageId> images = new ConcurrentHashMap<>();

  void container(StepId by, ContainerId id) {
    containers.put(by, id);
  }

  void image(StepId by, ImageId id) {
    images.put(by, id);
  }

  /// The id of a container that is there by now.
  ContainerId id(ContainerRef container) {
    return switch (container) {
      case ContainerRef.Existing(ContainerId id, String _) -> id;
      case ContainerRef.Made(StepId by, String _) -> known(containers.get(by), by);
    };
  }

  /// The id of an image that is there by now.
  ImageId id(ImageRef image) {
    return switch (image) {
      case ImageRef.Present(String _, ImageId id) -> id;
      case ImageRef.Made(StepId by, String _) -> known(images.get(by), by);
    };
  }

  private static <T> T known(@Nullable T made, StepId by) {
    if (made == null) {
      throw new IllegalStateException("a step uses what step " + by + " has not made");
    }
    return made;
  }
}
