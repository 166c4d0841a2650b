package dev.jcompose.executor.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.EngineException.Kind;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.Operation.AnonymousVolumes;
import java.io.IOException;
import java.util.function.Consumer;

/// What needs no more than a word to the engine. What everyday `up` and `down` do is asked raw, the
/// rest are docker-java's typed commands: their classes take longer to load than the engine to
/// answer.
final class Acts {
  private static final int NOT_FOUND = 404;

  private final Transport transport;

  Acts(Transport transport) {
    this.transport = transport;
  }

  void start(ContainerId id) throws InterruptedException {
    transport.run(Call.post("start container " + id.brief(), "containers", id.value(), "start"));
  }

  void kill(ContainerId id, String signal) throws InterruptedException {
    transport.runUnless(
        Kind.CONFLICT,
        Call.post(
                "send " + signal + " to container " + id.brief(), "containers", id.value(), "kill")
            .query("signal", signal));
  }

  void removeContainer(ContainerId id, AnonymousVolumes volumes) throws InterruptedException {
    transport.runUnless(
        Kind.NOT_FOUND,
        Call.delete("remove container " + id.brief(), "containers", id.value())
            .query("force", true)
            .query("v", volumes == AnonymousVolumes.REMOVE));
  }

  void removeNetwork(String idOrName) throws InterruptedException {
    transport.runUnless(
        Kind.NOT_FOUND, Call.delete("remove network " + idOrName, "networks", idOrName));
  }

  void rename(ContainerId id, String name) throws InterruptedException {
    transport.run(
        Call.post(
                "rename container " + id.brief() + " to " + name,
                "containers",
                id.value(),
                "rename")
            .query("name", name));
  }

  void disconnect(ContainerId id, String network) throws InterruptedException {
    try {
      act(
          "disconnect container " + id.brief() + " from network " + network,
          docker ->
              docker
                  .disconnectFromNetworkCmd()
                  .withContainerId(id.value())
                  .withNetworkId(network)
                  .withForce(true)
                  .exec());
    } catch (EngineException e) {
      if (!String.valueOf(e.getMessage()).contains("is not connected to")) {
        throw e;
      }
    }
  }

  void removeVolume(String name) throws InterruptedException {
    transport.runUnless(Kind.NOT_FOUND, Call.delete("remove volume " + name, "volumes", name));
  }

  void removeImage(String reference) throws InterruptedException {
    act("remove image " + reference, docker -> docker.removeImageCmd(reference).exec());
  }

  /// Takes something away; that it is not there is fine.
  ///
  /// @param doing what is tried on what, for messages
  private void act(String doing, Consumer<DockerClient> command) throws InterruptedException {
    Connection open = transport.connection();
    var _ =
        open.interruptibly(() -> {
          try {
            command.accept(open.typed());
          } catch (RuntimeException e) {
            failed(doing, open.address(), e);
          }
          return true;
        });
  }

  /// Names docker-java's exception in here only, so that it is loaded only for an act.
  private static void failed(String doing, EngineAddress address, RuntimeException failure)
      throws InterruptedException {
    if (failure instanceof DockerException refusal) {
      if (refusal.getHttpStatus() != NOT_FOUND) {
        throw Failures.refused(doing, refusal.getHttpStatus(), body(refusal));
      }
    } else if (failure.getCause() instanceof IOException broken) {
      throw Transport.interruptOr(broken, Failures.unreachable(address, broken));
    } else {
      throw failure;
    }
  }

  /// docker-java puts `Status 409: ` before the engine's answer.
  private static String body(DockerException failure) {
    return String.valueOf(failure.getMessage()).replaceFirst("^Status \\d+: ", "");
  }
}
