package dev.jcompose.executor.access;

import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.OneOff;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// What people do with an engine's containers beside making a project as declared.
///
/// The rules are those of {@link dev.jcompose.executor.Engine}: every method blocks, may be called
/// by many threads at once, ends with {@link dev.jcompose.executor.EngineException} when the engine
/// refuses, and with an {@link InterruptedException} when the thread is interrupted.
public interface Access {
  /// The containers of all projects, whatever their state, by name.
  List<ObservedContainer> containers() throws InterruptedException;

  /// The labels of each container, network and volume that carries that label, whatever its value.
  List<SequencedMap<String, String>> labelled(String label) throws InterruptedException;

  /// The volumes that carry a project's label, by name.
  List<VolumeSummary> volumes(ProjectName project) throws InterruptedException;

  /// The image that a reference or an id means; empty when it is not there.
  Optional<ImageSummary> image(String reference) throws InterruptedException;

  /// All that the engine tells of a container, in its own words: an object of JSON with a line for
  /// each value, without an end of the last line.
  String inspection(ContainerId id) throws InterruptedException;

  /// The processes in a running container.
  ProcessTable processes(ContainerId id) throws InterruptedException;

  /// What a container uses now. It takes a second or two: shares of time need two looks.
  Usage usage(ContainerId id) throws InterruptedException;

  /// What a container uses, about every second for as long as it is there.
  ///
  /// @param listener called by the calling thread
  void follow(ContainerId id, Consumer<Usage> listener) throws InterruptedException;

  /// Starts a command in a running container and talks to it.
  Dialogue exec(ContainerId id, Execution execution) throws InterruptedException;

  /// Starts a command in a running container and leaves it to itself.
  void execDetached(ContainerId id, Execution execution) throws InterruptedException;

  /// Talks to the process of a container that runs.
  ///
  /// @param takesInput whether something will be written to it
  /// @param detachKeys the keys that leave it to itself; left out: the engine's
  Dialogue attach(ContainerId id, boolean takesInput, Optional<String> detachKeys)
      throws InterruptedException;

  /// Starts a container that was made to be talked to, and talks to its process from the first word
  /// on.
  ///
  /// The exit code waits for the process's end and, if the engine removes the container then, for
  /// that.
  Dialogue start(ContainerId id, OneOff made) throws InterruptedException;

  /// Writes the files of a container as a tar archive.
  ///
  /// @throws IOException if `archive` cannot be written
  void export(ContainerId id, OutputStream archive) throws InterruptedException, IOException;

  /// What a path in a container leads to, symbolic links at its end not followed; empty when there
  /// is nothing.
  Optional<PathInfo> look(ContainerId id, String path) throws InterruptedException;

  /// Hands over a file or folder of a container as a tar archive, in which it has its own name.
  ///
  /// @throws IOException as `reader` does
  void download(ContainerId id, String path, ArchiveReader reader)
      throws InterruptedException, IOException;

  /// Unpacks a tar archive into a folder of a container.
  ///
  /// @param keepsOwners whether files belong to whom the archive says
  /// @throws IOException if `archive` cannot be read
  void upload(ContainerId id, String folder, InputStream archive, boolean keepsOwners)
      throws InterruptedException, IOException;

  /// Unpacks a tar archive into the root of a container, for the user that the container runs as.
  /// What is in the way of a file goes, be it a folder.
  ///
  /// @throws IOException if `archive` cannot be read
  void replace(ContainerId id, InputStream archive) throws InterruptedException, IOException;

  /// Reads an archive while it comes.
  interface ArchiveReader {
    void read(InputStream archive) throws IOException;
  }

  /// Makes an image of a container's files, and gives its id with the algorithm before it.
  String commit(ContainerId id, Commit commit) throws InterruptedException;
}
