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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The configs and secrets of a service: files of the host are bound, what has an owner or mode of
/// its own, or no file, is written into the container, and so are files that the engine does not
/// see.
///
/// The engine writes into a read-only container only where it has volumes. There each directory
/// with such files is a volume of its own, labelled {@link Labels#FILES_VOLUME}.
///
/// @param binds mounts of files, read-only, and of volumes to be written to
/// @param uploads files to be written between creation and start
record Grants(List<ContainerMount> binds, List<FileUpload> uploads) {
  private static final int READABLE = 0444;

  Grants {
    binds = List.copyOf(binds);
    uploads = List.copyOf(uploads);
  }

  static Grants of(Project project, Service service, HostFiles files, PlanBuilder plan) {
    var collector = new Collector(service, files, plan, new ArrayList<>(), new ArrayList<>());
    for (FileGrant grant : service.storage().configs()) {
      if (ApiSocket.isGrant(grant)) {
        collector.upload("config", grant, new FileUpload.Content.Credentials(), target("/", grant));
      }
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
    if (service.storage().readOnly()) {
      collector.addVolumes(project);
    }
    return new Grants(collector.binds(), collector.uploads());
  }

  /// These mounts, in place of what is mounted on the same directories: volumes that a replaced
  /// container has handed over hold files of old.
  List<ContainerMount> over(List<ContainerMount> mounts) {
    var all = new ArrayList<>(mounts);
    for (ContainerMount bind : binds) {
      all.removeIf(mount -> isHandedOver(mount) && mount.at().target().equals(bind.at().target()));
    }
    all.addAll(binds);
    return all;
  }

  private static boolean isHandedOver(ContainerMount mount) {
    return mount instanceof ContainerMount.NamedVolume volume
        && Names.isAnonymousVolume(volume.name());
  }

  private static String target(String directory, FileGrant grant) {
    var target = grant.target().orElse(grant.source());
    return target.startsWith("/") ? target : directory + target;
  }

  private record Collector(
      Service service,
      HostFiles files,
      PlanBuilder plan,
      List<ContainerMount> binds,
      List<FileUpload> uploads) {
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

    private void addFile(String kind, FileGrant grant, Path path, String target) {
      var hasOwner = grant.uid().isPresent() || grant.gid().isPresent() || grant.mode().isPresent();
      if (hasOwner || files.isSent(path)) {
        upload(kind, grant, new FileUpload.Content.OfFile(path), target);
        return;
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
      var directory = target.substring(0, target.lastIndexOf('/'));
      if (service.storage().readOnly() && directory.isEmpty()) {
        refuse(kind, grant, "needs a `target` in a directory, as the container is read-only");
        return;
      }
      var within = service.storage().readOnly() ? directory : "/";
      var uid = id(kind, grant, "uid", grant.uid());
      var gid = id(kind, grant, "gid", grant.gid());
      uploads.add(new FileUpload(target, within, content, uid, gid, grant.mode().orElse(READABLE)));
    }

    /// Makes room for the uploads; a mount of the user's own in that place is used as it is.
    void addVolumes(Project project) {
      var labels = new LinkedHashMap<String, String>();
      labels.put(Labels.PROJECT, project.name().value());
      labels.put(Labels.FILES_VOLUME, service.name().value());
      var options = new Mount.VolumeOptions(labels, false, Optional.empty(), Extensions.NONE);
      var directories = new TreeSet<String>();
      uploads.forEach(upload -> directories.add(upload.within()));
      for (Mount mount : service.storage().mounts()) {
        directories.remove(mount.at().target());
      }
      for (String directory : directories) {
        var at = new MountPoint(directory, false, Optional.empty(), Extensions.NONE);
        binds.add(new ContainerMount.AnonymousVolume(at, Optional.of(options)));
      }
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
