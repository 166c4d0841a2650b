package dev.jcompose.executor;

import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ConfigHasher;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerRef;
import dev.jcompose.planner.FileUpload;
import dev.jcompose.planner.ImageId;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Carries out single steps of one run, several at once.
final class StepRunner {
  private final Engine engine;
  private final StepGraph graph;
  private final Waits waits;
  private final RunOptions options;
  private final Made made = new Made();
  private final Creation creation;
  private final Explanation explanation;
  private Optional<JointBuild> jointBuild = Optional.empty();
  private boolean askedForJointBuild;

  StepRunner(
      Engine engine,
      ConfigHasher hasher,
      ProjectName project,
      StepGraph graph,
      Waits waits,
      RunOptions options) {
    this.engine = engine;
    this.graph = graph;
    this.waits = waits;
    this.options = options;
    this.creation = new Creation(engine, hasher, project, made);
    this.explanation = new Explanation(engine, graph, made);
  }

  /// Carries out a step whose dependencies are done.
  ///
  /// @param progress told how far a long step has come
  StepEnd run(Step step, Consumer<Event> progress) throws InterruptedException {
    try {
      return perform(step, progress);
    } catch (EngineException refusal) {
      if (step.operation().onFailure() == Operation.OnFailure.TOLERATE) {
        return new StepEnd.Tolerated(explanation.ofRefusal(step, refusal).message());
      }
      if (isHarmless(step, refusal)) {
        return new StepEnd.Tolerated(explanation.ofStay(step, refusal));
      }
      StepEnd.Failed failure = explanation.ofRefusal(step, refusal);
      return isOvertaken(step, refusal) ? new StepEnd.Overtaken(failure) : failure;
    }
  }

  private StepEnd perform(Step step, Consumer<Event> progress) throws InterruptedException {
    switch (step.operation()) {
      case Operation.PullImage pull -> {
        engine.pull(
            pull.image(),
            pull.platform(),
            state -> progress.accept(new Event.Transferring(step, state)));
        made.image(step.id(), imageNow(pull.image()));
      }
      case Operation.PushImage push ->
          engine.push(push.image(), state -> progress.accept(new Event.Transferring(step, state)));
      case Operation.BuildImage build -> {
        return build(step, build, progress);
      }
      case Operation.RemoveImage(String image) -> engine.removeImage(image);
      case Operation.CreateNetwork create -> creation.network(create);
      case Operation.RemoveNetwork(String id, String _) -> engine.removeNetwork(id);
      case Operation.ConnectNetwork(ContainerRef container, var endpoint) ->
          engine.connect(made.id(container), endpoint);
      case Operation.DisconnectNetwork(ContainerRef container, String network) ->
          disconnect(made.id(container), network);
      case Operation.CreateVolume(var volume, var labels) -> engine.createVolume(volume, labels);
      case Operation.RemoveVolume(String name) -> engine.removeVolume(name);
      case Operation.CreateContainer(var container) ->
          made.container(step.id(), creation.container(container));
      case Operation.UploadFiles(ContainerRef container, var files) ->
          upload(made.id(container), files);
      case Operation.StartContainer(ContainerRef container) ->
          engine.startContainer(made.id(container));
      case Operation.StopContainer(ContainerRef container, var timeout) ->
          engine.stopContainer(made.id(container), timeout);
      case Operation.KillContainer(ContainerRef container, String signal) ->
          engine.killContainer(made.id(container), signal);
      case Operation.PauseContainer(ContainerRef container) ->
          engine.pauseContainer(made.id(container));
      case Operation.UnpauseContainer(ContainerRef container) ->
          engine.unpauseContainer(made.id(container));
      case Operation.RemoveContainer(ContainerRef container, var volumes) ->
          engine.removeContainer(made.id(container), volumes);
      case Operation.RenameContainer(ContainerRef container, String name) ->
          engine.renameContainer(made.id(container), name);
      case Operation.RunHook hook -> {
        return hook(step, hook, progress);
      }
      case Operation.RunPreStart hook -> {
        return preStart(step, hook, progress);
      }
      case Operation.Await await -> {
        return await(await);
      }
    }
    return new StepEnd.Done();
  }

  private StepEnd build(Step step, Operation.BuildImage build, Consumer<Event> progress)
      throws InterruptedException {
    var joint = jointBuild();
    if (joint.isPresent()) {
      try {
        joint.get().await(build, (other, line) -> progress.accept(new Event.Building(other, line)));
      } catch (JointBuild.GivenUpException _) {
        return new StepEnd.GivenUp();
      }
    } else {
      engine.build(build, options.build(), line -> progress.accept(new Event.Building(step, line)));
    }
    if (staysHere(build)) {
      made.image(step.id(), imageNow(build.image()));
    }
    return new StepEnd.Done();
  }

  /// An image for several platforms need not be in the engine: some builders keep it.
  private boolean staysHere(Operation.BuildImage build) throws InterruptedException {
    if (options.build().bake().pushed().contains(build.image())) {
      return false;
    }
    return build.build().output().platforms().size() <= 1
        || engine.image(build.image()).isPresent();
  }

  private synchronized Optional<JointBuild> jointBuild() throws InterruptedException {
    if (!askedForJointBuild) {
      askedForJointBuild = true;
      jointBuild =
          engine
              .jointBuilder()
              .map(builder -> new JointBuild(builder, graph.steps(), options.build()));
    }
    return jointBuild;
  }

  /// A container that another step has removed meanwhile is off the network as well.
  private void disconnect(ContainerId container, String network) throws InterruptedException {
    try {
      engine.disconnect(container, network);
    } catch (EngineException refusal) {
      if (refusal.kind() != EngineException.Kind.NOT_FOUND
          || engine.container(container).isPresent()) {
        throw refusal;
      }
    }
  }

  private void upload(ContainerId container, List<FileUpload> files) throws InterruptedException {
    var byDirectory = new LinkedHashMap<String, List<FileUpload>>();
    for (FileUpload file : files) {
      byDirectory.computeIfAbsent(file.within(), _ -> new ArrayList<>()).add(file);
    }
    for (var directory : byDirectory.entrySet()) {
      engine.upload(
          container, directory.getKey(), Tar.of(directory.getValue(), engine::credentials));
    }
  }

  private ImageId imageNow(String reference) throws InterruptedException {
    return engine
        .image(reference)
        .orElseThrow(() ->
            new EngineException(
                EngineException.Kind.NOT_FOUND,
                "the engine has no image \"%s\", although it said it had made it"
                    .formatted(reference)))
        .id();
  }

  private StepEnd hook(Step step, Operation.RunHook hook, Consumer<Event> progress)
      throws InterruptedException {
    ExecResult result =
        engine.exec(
            made.id(hook.container()),
            hook.hook(),
            line -> progress.accept(new Event.HookWrote(step, line)));
    return result.exitCode() == 0 ? new StepEnd.Done() : explanation.ofHook(hook, result);
  }

  /// The log ends with the container. Where it cannot be read, only the end is waited for.
  private StepEnd preStart(Step step, Operation.RunPreStart hook, Consumer<Event> progress)
      throws InterruptedException {
    ContainerId container = made.id(hook.container());
    engine.startContainer(container);
    try {
      engine.logs(
          container,
          LogOptions.FOLLOWED,
          line -> progress.accept(new Event.HookWrote(step, line.text())));
    } catch (EngineException _) {
      // Some log drivers cannot be read.
    }
    return switch (waits.await(container, Operation.Awaited.COMPLETED)) {
      case Readiness.Reached() -> new StepEnd.Done();
      case Readiness.Pending(String state) -> explanation.ofPreStart(hook, state);
      case Readiness.Impossible(String reason) -> explanation.ofPreStart(hook, reason);
    };
  }

  private StepEnd await(Operation.Await await) throws InterruptedException {
    ContainerId container = made.id(await.container());
    return switch (waits.await(container, await.awaited())) {
      case Readiness.Reached() -> new StepEnd.Done();
      case Readiness.Pending(String state) -> explanation.ofLateness(await, state);
      case Readiness.Impossible(String reason) -> {
        StepEnd.Failed failed = explanation.ofWait(await, reason);
        yield await.required() ? failed : new StepEnd.Tolerated(failed.message());
      }
    };
  }

  /// Whether the refusal comes of what another run has done since the engine was observed.
  private static boolean isOvertaken(Step step, EngineException refusal) {
    return refusal.kind() == EngineException.Kind.OVERTAKEN
        || (refusal.kind() == EngineException.Kind.NOT_FOUND && isAboutContainer(step.operation()));
  }

  private static boolean isAboutContainer(Operation operation) {
    return operation instanceof Operation.StopContainer
        || operation instanceof Operation.StartContainer
        || operation instanceof Operation.RenameContainer
        || operation instanceof Operation.UploadFiles;
  }

  /// Whether the step would only have tidied up what someone else still uses.
  private boolean isHarmless(Step step, EngineException refusal) {
    return StepGraph.tidies(step)
        && refusal.kind() == EngineException.Kind.CONFLICT
        && !graph.isNeeded(step);
  }
}
