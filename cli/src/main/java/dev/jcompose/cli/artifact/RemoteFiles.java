package dev.jcompose.cli.artifact;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.git.GitRepositories;
import dev.jcompose.spec.remote.LocalCopy;
import dev.jcompose.spec.remote.RemoteException;
import dev.jcompose.spec.remote.RemoteReference;
import dev.jcompose.spec.remote.RemoteResources;
import java.util.List;
import java.util.SequencedMap;

/// Brings files from wherever they can be: git repositories and registries.
public final class RemoteFiles implements RemoteResources {
  private final SequencedMap<String, String> environment;
  private final List<String> insecureRegistries;

  /// @param environment the variables of the process
  /// @param insecureRegistries those that need not speak TLS, `host:port`
  public RemoteFiles(SequencedMap<String, String> environment, List<String> insecureRegistries) {
    this.environment = Ordered.map(environment);
    this.insecureRegistries = List.copyOf(insecureRegistries);
  }

  @Override
  public LocalCopy fetch(RemoteReference reference) throws RemoteException {
    return switch (reference) {
      case RemoteReference.Git git -> new GitRepositories(environment).fetch(git);
      case RemoteReference.Oci oci ->
          new RegistryProjects(environment, insecureRegistries).fetch(oci);
    };
  }
}
