package dev.jcompose.planner;

import dev.jcompose.model.PullPolicy;
import dev.jcompose.model.ServiceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the user wants of a project.
public sealed interface PlanOptions {
  /// The services it is about; empty: all.
  List<ServiceName> services();

  /// The command that is about it, e.g. `up`.
  default String command() {
    return switch (this) {
      case Up _ -> "up";
      case Run _ -> "run";
      case Down _ -> "down";
      case Start _ -> "start";
      case Stop _ -> "stop";
      case Restart _ -> "restart";
      case Remove _ -> "rm";
      case Kill _ -> "kill";
      case Pause _ -> "pause";
      case Unpause _ -> "unpause";
      case BuildImages _ -> "build";
      case PullImages _ -> "pull";
      case PushImages _ -> "push";
    };
  }

  /// The same after the user has said yes to these questions.
  default PlanOptions withAgreed(List<Question> questions) {
    return this;
  }

  /// The part that makes services match the project, if there is one.
  default Optional<Up> bringsUp() {
    return Optional.empty();
  }

  /// The same after {@link Plan#images()} has been carried out.
  default PlanOptions withImagesDone() {
    return this;
  }

  /// Make the engine match the project: `up`, `create`, `plan`.
  ///
  /// @param stopTimeout for containers that are replaced or removed; left out: their own
  /// @param agreed questions that the user has said yes to
  record Up(
      List<ServiceName> services,
      Dependencies dependencies,
      Recreate recreate,
      Recreate recreateDependencies,
      AnonymousOnRecreate anonymousVolumes,
      Orphans orphans,
      Images images,
      Until until,
      Optional<Duration> stopTimeout,
      List<Question> agreed)
      implements PlanOptions {
    /// What `up -d` does without further flags.
    public static final Up DEFAULTS =
        new Up(
            List.of(),
            Dependencies.INCLUDED,
            Recreate.DIVERGED,
            Recreate.DIVERGED,
            AnonymousOnRecreate.TAKEN_OVER,
            Orphans.REPORTED,
            Images.AS_DECLARED,
            Until.STARTED,
            Optional.empty(),
            List.of());

    public Up {
      services = List.copyOf(services);
      agreed = List.copyOf(agreed);
    }

    @Override
    public Optional<Up> bringsUp() {
      return Optional.of(this);
    }

    @Override
    public Up withImagesDone() {
      return with(Images.DONE, agreed);
    }

    @Override
    public Up withAgreed(List<Question> questions) {
      return with(images, questions);
    }

    /// The same for these services only.
    public Up withServices(List<ServiceName> names) {
      return new Up(
          names,
          dependencies,
          recreate,
          recreateDependencies,
          anonymousVolumes,
          orphans,
          images,
          until,
          stopTimeout,
          agreed);
    }

    /// The same with or without what the services need.
    public Up withDependencies(Dependencies others) {
      return new Up(
          services,
          others,
          recreate,
          recreateDependencies,
          anonymousVolumes,
          orphans,
          images,
          until,
          stopTimeout,
          agreed);
    }

    private Up with(Images otherImages, List<Question> questions) {
      return new Up(
          services,
          dependencies,
          recreate,
          recreateDependencies,
          anonymousVolumes,
          orphans,
          otherImages,
          until,
          stopTimeout,
          questions);
    }
  }

  /// Make one container more of a service, and bring up what it depends on: `run`.
  ///
  /// @param until how far it goes with the container
  /// @param around what is done about everything else; of its service no replica is touched
  record Run(OneOff container, Until until, Up around) implements PlanOptions {
    public Run {
      around = around.withServices(List.of(container.service()));
    }

    @Override
    public List<ServiceName> services() {
      return around.services();
    }

    @Override
    public Optional<Up> bringsUp() {
      return Optional.of(around);
    }

    @Override
    public Run withAgreed(List<Question> questions) {
      return new Run(container, until, around.withAgreed(questions));
    }

    @Override
    public Run withImagesDone() {
      return new Run(container, until, around.withImagesDone());
    }
  }

  /// Remove what the project has on the engine: `down`.
  ///
  /// @param agreed questions that the user has said yes to
  record Down(
      List<ServiceName> services,
      Orphans orphans,
      VolumeRemoval volumes,
      ImageRemoval images,
      Optional<Duration> stopTimeout,
      List<Question> agreed)
      implements PlanOptions {
    public Down {
      services = List.copyOf(services);
      agreed = List.copyOf(agreed);
    }

    /// One without answers.
    public Down(
        List<ServiceName> services,
        Orphans orphans,
        VolumeRemoval volumes,
        ImageRemoval images,
        Optional<Duration> stopTimeout) {
      this(services, orphans, volumes, images, stopTimeout, List.of());
    }

    @Override
    public Down withAgreed(List<Question> questions) {
      return new Down(services, orphans, volumes, images, stopTimeout, questions);
    }
  }

  /// Start the containers that there are: `start`.
  record Start(List<ServiceName> services, Until until) implements PlanOptions {
    public Start {
      services = List.copyOf(services);
    }
  }

  /// Stop the containers that run: `stop`.
  record Stop(List<ServiceName> services, Optional<Duration> timeout) implements PlanOptions {
    public Stop {
      services = List.copyOf(services);
    }
  }

  /// Stop and start the containers that there are: `restart`.
  record Restart(List<ServiceName> services, Dependencies dependents, Optional<Duration> timeout)
      implements PlanOptions {
    public Restart {
      services = List.copyOf(services);
    }
  }

  /// Remove containers that do not run: `rm`.
  ///
  /// @param running what becomes of those that run
  /// @param volumes whether the anonymous volumes of the removed ones go, too
  record Remove(
      List<ServiceName> services,
      Running running,
      VolumeRemoval volumes,
      Optional<Duration> timeout)
      implements PlanOptions {
    public Remove {
      services = List.copyOf(services);
    }

    /// What becomes of containers that run.
    public enum Running {
      LEFT_ALONE,
      /// They are stopped and removed.
      STOPPED
    }
  }

  /// Send a signal to the containers that run, one-offs included: `kill`.
  ///
  /// @param signal by name or number, e.g. `SIGKILL`
  /// @param orphans when they are to be removed, they are sent it as well
  record Kill(List<ServiceName> services, String signal, Orphans orphans) implements PlanOptions {
    public Kill {
      services = List.copyOf(services);
    }
  }

  /// Freeze the containers that run: `pause`.
  record Pause(List<ServiceName> services) implements PlanOptions {
    public Pause {
      services = List.copyOf(services);
    }
  }

  /// Let frozen containers go on: `unpause`.
  record Unpause(List<ServiceName> services) implements PlanOptions {
    public Unpause {
      services = List.copyOf(services);
    }
  }

  /// Build the images that can be built, and nothing else: `build`.
  record BuildImages(List<ServiceName> services, Dependencies dependencies) implements PlanOptions {
    public BuildImages {
      services = List.copyOf(services);
    }
  }

  /// Fetch images and nothing else: `pull`.
  ///
  /// @param policy in place of the services' own pull policies; left out: those, and what has none
  ///   is fetched
  /// @param onFailure what it means when one cannot be fetched
  record PullImages(
      List<ServiceName> services,
      Dependencies dependencies,
      Optional<PullPolicy> policy,
      Buildable buildable,
      Operation.OnFailure onFailure)
      implements PlanOptions {
    public PullImages {
      services = List.copyOf(services);
    }

    /// What becomes of images that can be built as well.
    public enum Buildable {
      FETCHED,
      LEFT_OUT
    }
  }

  /// Send the images that can be built and have a name of the user's own to their registries, and
  /// nothing else: `push`.
  ///
  /// @param onFailure what it means when one cannot be sent
  record PushImages(
      List<ServiceName> services, Dependencies dependencies, Operation.OnFailure onFailure)
      implements PlanOptions {
    public PushImages {
      services = List.copyOf(services);
    }
  }

  /// Whether services that the named ones are bound to are taken along.
  enum Dependencies {
    INCLUDED,
    LEFT_ALONE
  }

  /// When an existing container is replaced.
  enum Recreate {
    /// When it differs from what is wanted.
    DIVERGED,
    /// Always.
    ALWAYS,
    /// Never.
    NEVER
  }

  /// What a replacing container does about the anonymous volumes of the replaced one.
  enum AnonymousOnRecreate {
    TAKEN_OVER,
    RENEWED
  }

  /// What becomes of orphans.
  enum Orphans {
    /// They are reported.
    REPORTED,
    /// They are left alone in silence.
    IGNORED,
    REMOVED
  }

  /// How far it goes.
  enum Until {
    /// Containers exist.
    CREATED,
    /// Containers were started.
    STARTED,
    /// Containers run and are healthy, or have done their work.
    READY
  }

  /// Whether named volumes and the anonymous ones of removed containers go.
  enum VolumeRemoval {
    KEPT,
    REMOVED
  }

  /// Which images go.
  enum ImageRemoval {
    NONE,
    /// Those without a name of the user's own.
    LOCAL,
    ALL
  }

  /// What is done about images before containers are made.
  ///
  /// @param build when services with a `build` section are built
  /// @param pull in place of the services' own pull policies; left out: those
  record Images(When build, Optional<PullPolicy> pull) {
    /// As the project says.
    public static final Images AS_DECLARED = new Images(When.MISSING, Optional.empty());

    /// Nothing: what is needed has been fetched and built.
    public static final Images DONE = new Images(When.NEVER, Optional.of(new PullPolicy.Never()));

    /// When a thing is done.
    public enum When {
      ALWAYS,
      MISSING,
      NEVER
    }
  }
}
