package dev.jcompose.executor;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ConfigHasher;
import dev.jcompose.planner.ContentDigest;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ObservedFolder;
import dev.jcompose.planner.ObservedNetwork;
import dev.jcompose.planner.ObservedState;
import dev.jcompose.planner.ObservedVolume;
import dev.jcompose.planner.Planner;
import dev.jcompose.planner.Used;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Takes the snapshot of an engine that a plan is made from, with as few calls as will do.
///
/// The calls run side by side in two rounds: lists and images first, then what the lists left open.
/// Unchanged containers are not inspected, however many there are.
public final class Observer {
  private final Engine engine;
  private final Planner planner;

  /// An observer of that engine; it does not close it.
  public Observer(Engine engine, ConfigHasher hasher) {
    this.engine = engine;
    this.planner = new Planner(hasher);
  }

  /// What the engine holds of a project of which only the name is known.
  public ObservedState observeByName(ProjectName project) throws InterruptedException {
    return merged(SideBySide.all(lists(project)));
  }

  /// What the engine holds of a project, and of what the project uses beside that: images, and
  /// networks and volumes that do not carry its label.
  public ObservedState observe(Project project) throws InterruptedException {
    var calls = new ArrayList<>(lists(project.name()));
    Used used = Used.by(project);
    used.images().forEach(reference -> calls.add(() -> image(reference)));
    used.files().forEach(file -> calls.add(() -> hostFile(file)));
    ObservedState found = merged(SideBySide.all(calls));

    var more = new ArrayList<SideBySide.Call<ObservedState>>();
    more.add(() -> found);
    var networks = found.networks().stream().map(ObservedNetwork::name).collect(Collectors.toSet());
    used.networks().stream()
        .filter(name -> !networks.contains(name))
        .forEach(name -> more.add(() -> network(name)));
    var volumes = found.volumes().stream().map(ObservedVolume::name).collect(Collectors.toSet());
    used.volumes().stream()
        .filter(name -> !volumes.contains(name))
        .forEach(name -> more.add(() -> volume(name)));
    planner.networksWorthInspecting(project, found).forEach(name -> more.add(() -> network(name)));
    var unclear = Set.copyOf(planner.worthInspecting(project, found));
    found.containers().stream()
        .filter(container -> unclear.contains(container.id()))
        .forEach(container -> more.add(() -> details(container)));
    more.add(() -> folders(new Folders(project).of(found.containers())));
    return merged(SideBySide.all(more)).withSite(engine.site());
  }

  private List<SideBySide.Call<ObservedState>> lists(ProjectName project) {
    return List.of(
        () -> containers(engine.containers(project)),
        () -> networks(engine.networks(project)),
        () -> volumes(engine.volumes(project)));
  }

  private ObservedState network(String name) throws InterruptedException {
    return networks(engine.network(name).stream().toList());
  }

  private ObservedState volume(String name) throws InterruptedException {
    return volumes(engine.volume(name).stream().toList());
  }

  /// A container that has gone since it was listed stays in the picture as it was; removing it
  /// again does no harm.
  private ObservedState details(ObservedContainer listed) throws InterruptedException {
    return containers(List.of(engine.container(listed.id()).orElse(listed)));
  }

  private ObservedState image(String reference) throws InterruptedException {
    var images =
        Ordered.map(
            engine.image(reference).map(image -> Map.of(reference, image)).orElseGet(Map::of));
    return new ObservedState(List.of(), List.of(), List.of(), images);
  }

  /// A file that is not there or may not be read leaves its content unknown.
  private static ObservedState hostFile(Path file) {
    if (!Files.isRegularFile(file)) {
      return ObservedState.NOTHING;
    }
    try (InputStream content = Files.newInputStream(file)) {
      var files = Ordered.map(Map.of(file, ContentDigest.of(content)));
      return new ObservedState(List.of(), List.of(), List.of(), Ordered.map(), files, List.of());
    } catch (IOException _) {
      return ObservedState.NOTHING;
    }
  }

  private static ObservedState folders(List<ObservedFolder> folders) {
    return new ObservedState(
        List.of(), List.of(), List.of(), Ordered.map(), Ordered.map(), folders);
  }

  private static ObservedState containers(List<ObservedContainer> containers) {
    return new ObservedState(containers, List.of(), List.of(), Ordered.map());
  }

  private static ObservedState networks(List<ObservedNetwork> networks) {
    return new ObservedState(List.of(), networks, List.of(), Ordered.map());
  }

  private static ObservedState volumes(List<ObservedVolume> volumes) {
    return new ObservedState(List.of(), List.of(), volumes, Ordered.map());
  }

  /// All parts in one, sorted by name; of a container that is there twice the later one counts.
  private static ObservedState merged(List<ObservedState> parts) {
    var containers = new TreeMap<String, ObservedContainer>();
    var networks = new TreeMap<String, ObservedNetwork>();
    var volumes = new TreeMap<String, ObservedVolume>();
    var folders = new ArrayList<ObservedFolder>();
    var hostFiles = new TreeMap<Path, ContentDigest>();
    var images = new LinkedHashMap<>(ObservedState.NOTHING.images());
    for (ObservedState part : parts) {
      part.containers().forEach(each -> containers.put(each.name() + "\0" + each.id(), each));
      part.networks().forEach(each -> networks.put(each.name() + "\0" + each.id(), each));
      part.volumes().forEach(each -> volumes.put(each.name(), each));
      images.putAll(part.images());
      hostFiles.putAll(part.hostFiles());
      folders.addAll(part.folders());
    }
    return new ObservedState(
        List.copyOf(containers.values()),
        List.copyOf(networks.values()),
        List.copyOf(volumes.values()),
        Ordered.map(images),
        Ordered.map(hostFiles),
        folders);
  }
}
