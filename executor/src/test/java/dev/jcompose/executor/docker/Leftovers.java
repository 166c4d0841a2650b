package dev.jcompose.executor.docker;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.Observer;
import dev.jcompose.executor.Projects;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.Operation.AnonymousVolumes;

/// Removes what a test has left of a project on a real engine, by labels.
final class Leftovers {
  private Leftovers() {}

  static void remove(Engine engine, String project) throws InterruptedException {
    var left = new Observer(engine, Projects.HASHER).observeByName(new ProjectName(project));
    for (var container : left.containers()) {
      engine.removeContainer(container.id(), AnonymousVolumes.REMOVE);
    }
    for (var network : left.networks()) {
      engine.removeNetwork(network.id());
    }
    for (var volume : left.volumes()) {
      engine.removeVolume(volume.name());
    }
  }
}
