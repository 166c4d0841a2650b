package dev.jcompose.executor.docker;

import dev.jcompose.executor.access.Access;
import dev.jcompose.executor.access.Commit;
import dev.jcompose.executor.access.Dialogue;
import dev.jcompose.executor.access.Execution;
import dev.jcompose.executor.access.ImageSummary;
import dev.jcompose.executor.access.PathInfo;
import dev.jcompose.executor.access.ProcessTable;
import dev.jcompose.executor.access.Usage;
import dev.jcompose.executor.access.VolumeSummary;
import dev.jcompose.executor.json.IndentedJson;
import dev.jcompose.executor.json.JsonPieces;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.model.Orders;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ImageId;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.OneOff;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What people do with the containers of a Docker Engine.
final class DockerAccess implements Access {
  private final Transport transport;

  DockerAccess(Transport transport) {
    this.transport = transport;
  }

  @Override
  public List<ObservedContainer> containers() throws InterruptedException {
    JsonValue list =
        transport.json(
            Call.get("list the containers of all projects", "containers", "json")
                .query("all", true)
                .query("filters", Filters.label(Labels.PROJECT)));
    return StreamSupport.stream(list.spliterator(), false)
        .map(ContainerListReader::read)
        .sorted(Orders.by(ObservedContainer::name))
        .toList();
  }

  @Override
  public List<SequencedMap<String, String>> labelled(String label) throws InterruptedException {
    List<SequencedMap<String, String>> found = new ArrayList<>();
    add(found, list("containers", label, "containers", "json"));
    add(found, list("networks", label, "networks"));
    add(found, list("volumes", label, "volumes").path("Volumes"));
    return List.copyOf(found);
  }

  private JsonValue list(String kind, String label, String... path) throws InterruptedException {
    return transport.json(
        Call.get("list the " + kind + " with label " + label, path)
            .query("all", true)
            .query("filters", Filters.label(label)));
  }

  private static void add(List<SequencedMap<String, String>> found, JsonValue list) {
    for (JsonValue each : list) {
      found.add(Json.map(each.path("Labels")));
    }
  }

  @Override
  public List<VolumeSummary> volumes(ProjectName project) throws InterruptedException {
    JsonValue list =
        transport
            .json(
                Call.get("list the volumes of " + project, "volumes")
                    .query("filters", Filters.project(project)))
            .path("Volumes");
    return StreamSupport.stream(list.spliterator(), false)
        .map(DockerAccess::summaryOfVolume)
        .sorted(Orders.by(VolumeSummary::name))
        .toList();
  }

  private static VolumeSummary summaryOfVolume(JsonValue volume) {
    return new VolumeSummary(
        volume.path("Name").asText(),
        volume.path("Driver").asText(),
        volume.path("Mountpoint").asText(),
        volume.path("Scope").asText(),
        Json.map(volume.path("Labels")));
  }

  @Override
  public Optional<ImageSummary> image(String reference) throws InterruptedException {
    return transport
        .find(Call.get("inspect image " + reference, "images", reference, "json"))
        .map(DockerAccess::summary);
  }

  private static ImageSummary summary(JsonValue image) {
    String platform =
        Stream.of("Os", "Architecture", "Variant")
            .flatMap(field -> Json.text(image.path(field)).stream())
            .collect(Collectors.joining("/"));
    return new ImageSummary(
        new ImageId(image.path("Id").asText()),
        Json.texts(image.path("RepoTags")),
        platform,
        image.path("Size").asLong(),
        Images.lastTagged(image));
  }

  @Override
  public String inspection(ContainerId id) throws InterruptedException {
    return IndentedJson.of(
        transport.json(
            Call.get("inspect container " + id.brief(), "containers", id.value(), "json")));
  }

  @Override
  public ProcessTable processes(ContainerId id) throws InterruptedException {
    JsonValue answer =
        transport.json(
            Call.get(
                "list the processes of container " + id.brief(), "containers", id.value(), "top"));
    List<List<String>> rows = new ArrayList<>();
    answer.path("Processes").forEach(row -> rows.add(Json.texts(row)));
    return new ProcessTable(Json.texts(answer.path("Titles")), rows);
  }

  @Override
  public Usage usage(ContainerId id) throws InterruptedException {
    return UsageReader.read(transport.json(stats(id).query("stream", "0")));
  }

  @Override
  public void follow(ContainerId id, Consumer<Usage> listener) throws InterruptedException {
    var _ =
        transport.send(
            stats(id),
            answer -> {
              JsonPieces.read(answer.body(), sample -> listener.accept(UsageReader.read(sample)));
              return true;
            });
  }

  private static Call stats(ContainerId id) {
    return Call.get("measure container " + id.brief(), "containers", id.value(), "stats");
  }

  @Override
  public Dialogue exec(ContainerId id, Execution execution) throws InterruptedException {
    return new Dialogues(transport).exec(id, execution);
  }

  @Override
  public void execDetached(ContainerId id, Execution execution) throws InterruptedException {
    new Dialogues(transport).execDetached(id, execution);
  }

  @Override
  public Dialogue attach(ContainerId id, boolean takesInput, Optional<String> detachKeys)
      throws InterruptedException {
    return new Dialogues(transport).attach(id, takesInput, detachKeys);
  }

  @Override
  public Dialogue start(ContainerId id, OneOff made) throws InterruptedException {
    return new Dialogues(transport).start(id, made);
  }

  @Override
  public void export(ContainerId id, OutputStream archive)
      throws InterruptedException, IOException {
    Call call = Call.get("export container " + id.brief(), "containers", id.value(), "export");
    try {
      var _ = transport.send(call, answer -> new Sink(archive).fill(answer.body()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public Optional<PathInfo> look(ContainerId id, String path) throws InterruptedException {
    return new Archives(transport).look(id, path);
  }

  @Override
  public void download(ContainerId id, String path, ArchiveReader reader)
      throws InterruptedException, IOException {
    new Archives(transport).download(id, path, reader);
  }

  @Override
  public void upload(ContainerId id, String folder, InputStream archive, boolean keepsOwners)
      throws InterruptedException {
    new Archives(transport).upload(id, folder, archive, keepsOwners);
  }

  @Override
  public void replace(ContainerId id, InputStream archive) throws InterruptedException {
    new Archives(transport).replace(id, archive);
  }

  @Override
  public String commit(ContainerId id, Commit commit) throws InterruptedException {
    Call call =
        Call.post("make an image of container " + id.brief(), "commit")
            .query("container", id.value())
            .query("author", Optional.of(commit.author()).filter(text -> !text.isEmpty()))
            .query("comment", Optional.of(commit.message()).filter(text -> !text.isEmpty()))
            .query("pause", commit.pause() ? "1" : "0");
    for (String change : commit.changes()) {
      call.query("changes", change);
    }
    commit
        .name()
        .map(ImageName::parse)
        .ifPresent(name -> call.query("repo", name.repository()).query("tag", name.tagOrDigest()));
    return transport.json(call.json(new Json())).path("Id").asText();
  }
}
