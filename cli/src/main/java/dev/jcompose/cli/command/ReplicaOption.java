package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Replicas;
import picocli.CommandLine.Option;

/// `--index`: which container of a service.
final class ReplicaOption {
  @Option(
      names = "--index",
      paramLabel = "N",
      description = "The container with that number; the first if left out.")
  int index;

  Replicas.Choice of(String service) {
    return new Replicas.Choice(service, index);
  }
}
