package dev.jcompose.cli.command;

import dev.jcompose.cli.artifact.Publication;
import dev.jcompose.cli.artifact.Publication.Format;
import dev.jcompose.cli.artifact.PublishedFile;
import dev.jcompose.cli.artifact.PublishedFiles;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.GlobalOptions;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.cli.project.Session;
import dev.jcompose.executor.docker.DockerRegistries;
import dev.jcompose.executor.registry.RegistryException;
import dev.jcompose.executor.registry.RegistryHttp;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.planner.Operation.OnFailure;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.spec.step.LoadSwitches;
import dev.jcompose.spec.write.DocumentWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `publish`: a project is sent to a registry.
@Command(
    name = "publish",
    header = "Send the project's files to a registry",
    description = {
      "Anybody who may read there can use them, with -f oci://REPOSITORY. Images that are built are",
      "sent first, as by push. Files go as they are typed, with their variables; before anything",
      "goes that may be nobody's business you are asked. Files of variables go with --with-env only."
    },
    footer = {
      "Examples:",
      "  jcompose publish registry.example/shop:1          send the project's files",
      "  jcompose publish --app registry.example/shop:1    its images as well",
      "  jcompose -f oci://registry.example/shop:1 up -d   run what was published"
    })
final class PublishCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin YesFlag yes = new YesFlag();

  @Option(
      names = "--app",
      description = "Copy the images of all services there too; holds images to their digests.")
  boolean app;

  @Option(
      names = "--resolve-image-digests",
      description = "Hold images to the digests that their registries have now.")
  boolean resolveDigests;

  @Option(
      names = "--oci-version",
      paramLabel = "VERSION",
      description = "Version of the format: 1.0 or 1.1. Left out: what the registry takes.")
  @Nullable String version;

  @Option(names = "--with-env", description = "Send files of variables too, without asking.")
  boolean withEnv;

  @Option(names = "--insecure-registry", hidden = true)
  boolean insecure;

  @Parameters(index = "0", paramLabel = "REPOSITORY[:TAG]", description = "Where it goes.")
  String repository = "";

  PublishCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context).withAllProfiles();
    var format = format();
    var project = Loading.beforeEngine(applied).project(List.of(), LoadSwitches.NO_NEW_CONTAINERS);
    checkImages(project);
    try {
      var files = PublishedFiles.of(project.files());
      if (files.includesLocalFiles()) {
        throw new CommandFailure(
            "the project includes files of this machine, which would be missing where it is used:"
                + " publish them too, and include them by `oci://`");
      }
      if (!yes.questions(context).areYes(context, PublishQuestions.of(project, files, withEnv))) {
        context.tell("Nothing published.");
        return ExitCode.INTERRUPTED;
      }
      return publish(applied, project, files, format);
    } catch (IOException e) {
      throw new CommandFailure("cannot read what is to be published: " + e.getMessage());
    } catch (RegistryException e) {
      throw new CommandFailure(e.getMessage());
    }
  }

  private int publish(
      Context applied, Project project, PublishedFiles files, Optional<Format> format)
      throws IOException, RegistryException, InterruptedException {
    if (project.services().values().stream().anyMatch(service -> service.build().isPresent())) {
      var push =
          new PlanOptions.PushImages(
              List.of(), PlanOptions.Dependencies.LEFT_ALONE, OnFailure.TOLERATE);
      int code = new RegistryFlags().carryOut(applied, project, push, " No image pushed.");
      if (code != ExitCode.OK) {
        return code;
      }
    }
    var sent = new ArrayList<>(files.composeFiles());
    if (withEnv) {
      sent.addAll(files.variableFiles());
    }
    if (resolveDigests || app) {
      sent.add(digests(project));
    }
    if (applied.options().mode() == GlobalOptions.Mode.REAL) {
      var registries = new DockerRegistries(context.host().environment());
      new Publication(
              registries, insecure ? RegistryHttp.Plain.ALLOWED : RegistryHttp.Plain.REFUSED)
          .send(repository, sent, format, images(project), context.host().clock().instant());
    }
    if (!withEnv && !files.variableFiles().isEmpty()) {
      context.warn("files of variables are not sent without --with-env");
    }
    context.tell(
        " " + repository + " published, " + (sent.size() == 1 ? "1 file" : sent.size() + " files"));
    return ExitCode.OK;
  }

  private SequencedSet<String> images(Project project) {
    return project.services().values().stream()
        .flatMap(service -> service.image().stream())
        .filter(_ -> app)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private PublishedFile digests(Project project) throws InterruptedException {
    try (var session = new Session(context)) {
      var lock = ImageDigests.lock(ImageDigests.pin(project, session.engine()));
      return new PublishedFile(
          PublishedFile.Kind.COMPOSE,
          "image-digests.yaml",
          DocumentWriter.yaml(lock).getBytes(StandardCharsets.UTF_8));
    }
  }

  private Optional<Format> format() {
    return switch (version == null ? "" : version) {
      case "" -> Optional.empty();
      case "1.0" -> Optional.of(Format.V1_0);
      case "1.1" -> Optional.of(Format.V1_1);
      default ->
          throw new CommandFailure("unsupported --oci-version \"" + version + "\": use 1.0 or 1.1");
    };
  }

  private static void checkImages(Project project) {
    var built =
        project.services().values().stream()
            .filter(service -> service.build().isPresent() && service.image().isEmpty())
            .map(Service::name)
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    if (!built.isEmpty()) {
      throw new CommandFailure(
          "nobody else could use the project: "
              + built
              + " can only be built; give what is built an `image` to be pushed under");
    }
  }
}
