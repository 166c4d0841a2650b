package dev.jcompose.cli.artifact;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.docker.DockerRegistries;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.registry.Descriptor;
import dev.jcompose.executor.registry.Manifest;
import dev.jcompose.executor.registry.RegistryException;
import dev.jcompose.executor.registry.RegistryHttp;
import dev.jcompose.executor.registry.Repository;
import dev.jcompose.model.Ordered;
import dev.jcompose.spec.remote.LocalCopy;
import dev.jcompose.spec.remote.RemoteException;
import dev.jcompose.spec.remote.RemoteReference;
import dev.jcompose.spec.remote.RemoteSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SequencedMap;

/// Brings projects out of registries, into the folder where docker compose keeps its own: named by
/// the digest, so that paths are the same for both programs. A folder appears whole or not at all.
final class RegistryProjects {
  private static final String SWITCH = "COMPOSE_EXPERIMENTAL_OCI_REMOTE";
  private static final String KEPT = "what comes from registries";

  private final SequencedMap<String, String> environment;
  private final List<String> insecure;
  private final RemoteSettings settings;

  /// @param insecure registries that need not speak TLS
  RegistryProjects(SequencedMap<String, String> environment, List<String> insecure) {
    this.insecure = List.copyOf(insecure);
    this.environment = Ordered.map(environment);
    this.settings = new RemoteSettings(environment);
  }

  LocalCopy fetch(RemoteReference.Oci reference) throws RemoteException {
    settings.checkAllowed(SWITCH, "files in registries");
    try (var opened =
        new DockerRegistries(environment).open(reference.address(), plain(reference))) {
      Manifest found = opened.repository().manifest(opened.tag());
      Path folder = settings.cache(KEPT).resolve(found.self().digest().replaceFirst(".*:", ""));
      if (!Files.isDirectory(folder)) {
        Manifest project = found.isIndex() ? project(opened.repository(), found) : found;
        bring(opened.repository(), project, folder);
      }
      return new LocalCopy(folder.resolve("compose.yaml"), folder);
    } catch (RegistryException | EngineException e) {
      throw new RemoteException(String.valueOf(e.getMessage()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new RemoteException("interrupted");
    } catch (IOException e) {
      throw new RemoteException(
          "what the registry has cannot be kept: " + e.getMessage(),
          "The folder for such files is `docker-compose` in `XDG_CACHE_HOME`, or else in"
              + " `~/.cache`.");
    }
  }

  private RegistryHttp.Plain plain(RemoteReference.Oci reference) {
    return insecure.stream().anyMatch(host -> reference.address().startsWith(host + "/"))
        ? RegistryHttp.Plain.ALLOWED
        : RegistryHttp.Plain.REFUSED;
  }

  private static Manifest project(Repository repository, Manifest index)
      throws RegistryException, RemoteException, InterruptedException {
    for (JsonValue part : index.json().path("manifests")) {
      Descriptor described = Descriptor.parse(part);
      if (described.artifactType().filter(ArtifactFormat.PROJECT::equals).isPresent()) {
        return repository.manifest(described.digest());
      }
    }
    throw notAProject();
  }

  private static RemoteException notAProject() {
    return new RemoteException(
        "what the registry has under this name is no Compose project",
        "`jcompose publish` makes one.");
  }

  private void bring(Repository repository, Manifest project, Path folder)
      throws RegistryException, RemoteException, IOException, InterruptedException {
    String kind = project.json().path("artifactType").asText();
    String config = project.json().path("config").path("mediaType").asText();
    if (!kind.equals(ArtifactFormat.PROJECT)
        && !(kind.isEmpty() && config.equals(ArtifactFormat.OLD_CONFIG))) {
      throw notAProject();
    }
    Files.createDirectories(settings.cache(KEPT));
    Path beside = Files.createTempDirectory(settings.cache(KEPT), ".new-");
    try {
      for (JsonValue layer : project.json().path("layers")) {
        write(repository, Descriptor.parse(layer), beside);
      }
      Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    } finally {
      delete(beside);
    }
  }

  /// The project's own Compose files become the documents of one.
  private static void write(Repository repository, Descriptor layer, Path folder)
      throws RegistryException, RemoteException, IOException, InterruptedException {
    var annotations = layer.annotations();
    if (layer.mediaType().equals(ArtifactFormat.ENV_FILE)) {
      write(folder, annotations.getOrDefault(ArtifactFormat.ENV_FILE_NAME, ""), repository, layer);
    } else if (layer.mediaType().equals(ArtifactFormat.COMPOSE_FILE)) {
      write(
          folder,
          annotations.containsKey(ArtifactFormat.EXTENDED)
              ? annotations.getOrDefault(ArtifactFormat.FILE_NAME, "")
              : "compose.yaml",
          repository,
          layer);
    }
  }

  private static void write(Path folder, String name, Repository repository, Descriptor layer)
      throws RegistryException, RemoteException, IOException, InterruptedException {
    if (name.isEmpty() || name.startsWith(".") || name.contains("/") || name.contains("\\")) {
      throw new RemoteException("the project in the registry has a file named \"" + name + "\"");
    }
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      Files.writeString(file, "\n---\n", StandardOpenOption.APPEND);
    }
    Files.write(file, repository.blob(layer), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
