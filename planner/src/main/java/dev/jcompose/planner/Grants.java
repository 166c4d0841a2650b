package dev.jcompose.planner;

import dev.jcompose.model.Extensions;
import dev.jcompose.model.FileGrant;
import dev.jcompose.model.FileSource;
import dev.jcompose.model.Mount;
import dev.jcompose.model.MountPoint;
import dev.jcompose.model.Project;
import dev.jcompose.model.Sensitive;
import dev.jcompose.model.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The configs and secrets of a service: files of the host are bound, what has an owner or mode of
/// its own, or no file, is written into the container.
///
/// @param binds read-only mounts
/// @param uploads files to be written between creation and start
record Grants(List<ContainerMount> binds, List<FileUpload> uploads) {
  private static final int READABLE = 0444;

  Grants {
    binds = List.copyOf(binds);
    uploads = List.copyOf(uploads);
  }

  static Grants of(Project project, Service service, PlanBuilder plan) {
    var collector = new Collector(service, plan, new ArrayList<>(), new ArrayList<>());
    for (FileGrant grant : service.storage().configs()) {
      var config = project.configs().get(grant.source());
      if (config != null) {
        collector.add("config", grant, config.source(), target("/", grant));
      }
    }
    for (FileGrant grant : service.storage().secrets()) {
      var secret = project.secrets().get(grant.source());
      if (secret != null) {
        collector.add("secret", grant, secret.source(), target("/run/secrets/", grant));
      }
    }
    return new Grants(collector.binds(), collector.uploads());
  }

  private static String target(String directory, FileGrant grant) {
    var target = grant.target().orElse(grant.source());
    return target.startsWith("/") ? target : directory + target;
  }

  private record Collector(
      Service service, PlanBuilder plan, List<ContainerMount> binds, List<FileUpload> uploads) {
    void add(String kind, FileGrant grant, FileSource source, String target) {
      switch (source) {
        case FileSource.HostFile(Path path) -> addFile(kind, grant, path, target);
        case FileSource.Inline(String text) ->
            upload(kind, grant, new FileUpload.Content.Text(new Sensitive(text)), target);
        case FileSource.FromEnvironment(String variable, Optional<Sensitive> value) ->
            value.ifPresentOrElse(
                text -> upload(kind, grant, new FileUpload.Content.Text(text), target),
                () -> refuse(kind, grant, "needs the variable " + variable + ", which is not set"));
        case FileSource.External() ->
            refuse(kind, grant, "is external, and a single engine keeps none");
      }
    }

    /// Nothing can be written into a read-only container; there a file is bound as it is.
    private void addFile(String kind, FileGrant grant, Path path, String target) {
      var hasOwner = grant.uid().isPresent() || grant.gid().isPresent() || grant.mode().isPresent();
      if (hasOwner && !service.storage().readOnly()) {
        upload(kind, grant, new FileUpload.Content.OfFile(path), target);
        return;
      }
      if (hasOwner) {
        plan.tell(
            new Notice.Ignored(
                service.name(),
                kind + "s." + grant.source(),
                "owner and mode cannot be set in a read-only container"));
      }
      binds.add(
          new ContainerMount.Bind(
              path.toString(),
              new MountPoint(target, true, Optional.empty(), Extensions.NONE),
              Optional.of(
                  new Mount.BindOptions(
                      Optional.empty(),
                      Optional.of(false),
                      Optional.empty(),
                      Optional.empty(),
                      Extensions.NONE))));
    }

    private void upload(String kind, FileGrant grant, FileUpload.Content content, String target) {
      if (service.storage().readOnly()) {
        refuse(kind, grant, "has no file to mount, and the container is read-only");
        return;
      }
      var uid = id(kind, grant, "uid", grant.uid());
      var gid = id(kind, grant, "gid", grant.gid());
      uploads.add(new FileUpload(target, content, uid, gid, grant.mode().orElse(READABLE)));
    }

    private int id(String kind, FileGrant grant, String field, Optional<String> value) {
      var text = value.orElse("0");
      if (text.matches("[0-9]{1,9}")) {
        return Integer.parseInt(text);
      }
      refuse(kind, grant, "needs a number as its " + field + ", not \"" + text + "\"");
      return 0;
    }

    private void refuse(String kind, FileGrant grant, String reason) {
      plan.fail(new Problem.NoFile(service.name(), kind, grant.source(), reason));
    }
  }
}
