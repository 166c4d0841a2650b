package dev.jcompose.spec.source;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.remote.RemoteResources;
import dev.jcompose.spec.step.LoadSwitches;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// What a project is loaded from. All that the library knows of the outside world is in here.
///
/// @param services those that the command names; naming one enables it, and with it the profiles it
///   has
/// @param overlay laid over the files; nothing if the service is not there
public record LoadRequest(
    Choice choice,
    Surroundings surroundings,
    LoadSwitches switches,
    List<String> services,
    Optional<ServiceOverlay> overlay) {

  public LoadRequest {
    services = List.copyOf(services);
  }

  /// A request for what the files say.
  public LoadRequest(
      Choice choice, Surroundings surroundings, LoadSwitches switches, List<String> services) {
    this(choice, surroundings, switches, services, Optional.empty());
  }

  /// The same with what flags say.
  public LoadRequest with(ServiceOverlay flags) {
    return new LoadRequest(choice, surroundings, switches, services, Optional.of(flags));
  }

  /// A request that names no service.
  public LoadRequest(Choice choice, Surroundings surroundings, LoadSwitches switches) {
    this(choice, surroundings, switches, List.of());
  }

  /// What the user chose, as the flags before a command do.
  ///
  /// @param files Compose files in the order they are merged, `-` for standard input; empty to look
  ///   for them
  /// @param projectDirectory what relative paths start at, instead of the first file's folder
  /// @param envFiles files of variables, instead of `.env`
  /// @param profiles the profiles to activate, instead of those in `COMPOSE_PROFILES`
  public record Choice(
      List<String> files,
      Optional<String> projectName,
      Optional<Path> projectDirectory,
      List<Path> envFiles,
      List<String> profiles) {
    /// Nothing chosen: everything is found.
    public static final Choice NONE =
        new Choice(List.of(), Optional.empty(), Optional.empty(), List.of(), List.of());

    public Choice {
      files = List.copyOf(files);
      envFiles = List.copyOf(envFiles);
      profiles = List.copyOf(profiles);
    }
  }

  /// Where the user stands.
  ///
  /// @param environment the variables of the process
  /// @param currentDirectory absolute
  /// @param standardInput asked at most once, and only for the file `-`; read as far as files are
  /// @param remotes asked for the files that are elsewhere
  public record Surroundings(
      SequencedMap<String, String> environment,
      Path currentDirectory,
      Supplier<InputStream> standardInput,
      RemoteResources remotes) {
    public Surroundings {
      if (!currentDirectory.isAbsolute()) {
        throw new IllegalArgumentException("not absolute: " + currentDirectory);
      }
      environment = Ordered.map(environment);
      currentDirectory = currentDirectory.normalize();
    }

    /// Surroundings in which no file from elsewhere is to be had.
    public Surroundings(
        SequencedMap<String, String> environment,
        Path currentDirectory,
        Supplier<InputStream> standardInput) {
      this(environment, currentDirectory, standardInput, RemoteResources.NONE);
    }
  }
}
