package dev.jcompose.cli.project;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.access.Dialogue;
import dev.jcompose.model.Project;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.OneOff;
import dev.jcompose.planner.Operation.AnonymousVolumes;
import java.util.Optional;

/// Makes the container of `run` and starts it.
///
/// One that was made and not started does not stay unnoticed: it goes if the user wants it removed,
/// and is told of otherwise.
public final class OneOffRun {
  private final Session session;
  private final Context context;
  private final Project project;
  private final OneOff oneOff;

  public OneOffRun(Session session, Project project, OneOff oneOff) {
    this.session = session;
    this.context = session.context();
    this.project = project;
    this.oneOff = oneOff;
  }

  /// What makes the container.
  public interface Making {
    /// Makes it, and all that has to be there first.
    ///
    /// @return 0, 1 or 130
    int exitCode() throws InterruptedException;
  }

  /// What is done once it is made.
  public enum Then {
    /// Its id is printed, and it is left to itself.
    LEAVE,
    /// The user is connected with it, until it ends.
    TALK
  }

  /// Does all of it.
  ///
  /// @return how the container's process ended, or the exit code of what went wrong before
  public int run(Making making, Then then) throws InterruptedException {
    int code = ExitCode.FAILED;
    boolean begun = false;
    try {
      code = making.exitCode();
      if (code == ExitCode.OK) {
        ContainerId id = made().orElseThrow(this::gone).id();
        switch (then) {
          case LEAVE -> {
            session.engine().startContainer(id);
            begun = true;
            context.print(id.value());
          }
          case TALK -> {
            try (var _ = SignalsOn.to(context, session.engine(), id);
                var dialogue = session.engine().access().start(id, oneOff)) {
              begun = true;
              code = talk(dialogue);
            }
          }
        }
      }
    } finally {
      if (!begun) {
        tidyUp();
      }
    }
    return code;
  }

  private int talk(Dialogue dialogue) throws InterruptedException {
    boolean keys = oneOff.terminal() && oneOff.takesInput();
    if (oneOff.terminal() && context.host().screen().outputIsTerminal()) {
      dialogue.resize(Talk.size(context));
    }
    return new Talk(context, dialogue)
        .run(
            keys
                ? Talk.Part.AT_THE_TERMINAL
                : oneOff.takesInput() ? Talk.Part.ANSWERS : Talk.Part.LISTENS);
  }

  private CommandFailure gone() {
    return new CommandFailure(oneOff.nameIn(project) + " has just been removed");
  }

  private Optional<ObservedContainer> made() throws InterruptedException {
    return session.engine().containers(project.name()).stream()
        .filter(container -> container.label(Labels.SLUG).filter(oneOff.slug()::equals).isPresent())
        .findFirst();
  }

  private void tidyUp() throws InterruptedException {
    boolean interrupted = Thread.interrupted();
    try {
      var left = made();
      if (left.isPresent() && oneOff.removed()) {
        session.engine().removeContainer(left.get().id(), AnonymousVolumes.REMOVE);
      } else if (left.isPresent()) {
        context.tell(left.get().name() + " was made and not started; `down` removes it.");
      }
    } catch (EngineException _) {
      // What went wrong before is what the user hears of.
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
