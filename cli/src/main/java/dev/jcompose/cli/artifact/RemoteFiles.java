package dev.jcompose.cli.artifact;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.git.GitRepositories;
import dev.jcompose.spec.remote.LocalCopy;
import dev.jcompose.spec.remote.RemoteException;
import dev.jcompose.spec.remote.RemoteReference;
import dev.jcompose.spec.remote.RemoteResources;
import java.util.SequencedMap;

/// Brings files from wherever they can be: git repositories and registries.
public final class RemoteFiles implements RemoteResources {
  private final SequencedMap<String, String> environment;

  /// @param environment the variables of the process
  public RemoteFiles(SequencedMap<String, String> environment) {
    this.environment = Ordered.map(environment);
  }

  @Override
  public LocalCopy fetch(RemoteReference reference) throws RemoteException {
    return switch (reference) {
      case RemoteReference.Git git -> new GitRepositories(environment).fetch(git);
      case RemoteReference.Oci oci -> new RegistryProjects(environment).fetch(oci);
    };
  }
}
