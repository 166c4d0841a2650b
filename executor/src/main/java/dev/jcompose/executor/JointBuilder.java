package dev.jcompose.executor;

import dev.jcompose.planner.Operation;
import java.util.List;
import java.util.function.Consumer;

/// Builds several images in one go, so that what they share is done once.
public interface JointBuilder {
  /// Builds images. When one fails, the others are given up, unless they are done.
  ///
  /// @param listener told of each image at most once that it is built or has failed; those it is
  ///   not told of were given up
  /// @throws EngineException if it cannot even be begun
  void build(List<Operation.BuildImage> builds, BuildOptions options, Listener listener)
      throws InterruptedException;

  /// Looks for mistakes in what images are built from, and builds nothing.
  ///
  /// @param output hears what there is to say, a line at a time
  /// @return whether there is nothing to complain of
  boolean check(List<Operation.BuildImage> builds, BuildOptions options, Consumer<String> output)
      throws InterruptedException;

  /// Hears what happens, in any thread, but one at a time.
  interface Listener {
    /// A build said something; a line without its end.
    void wrote(Operation.BuildImage build, String line);

    /// An image is there, or in its registry.
    void built(Operation.BuildImage build);

    /// An image could not be built.
    void failed(Operation.BuildImage build, String reason);
  }
}
