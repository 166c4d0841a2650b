package dev.jcompose;

import dev.jcompose.executor.ExitWatch;
import dev.jcompose.executor.access.Dialogue;
import dev.jcompose.executor.copy.Copying;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ReplicaSearch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A service and its containers, as they are at each call. Methods that need one container use the
/// running one with the smallest number.
///
/// Its methods throw {@link ComposeException} when there is no such container, or the engine
/// refuses or does not answer.
public final class Service {
  private static final Copying.Options PLAIN_COPY = new Copying.Options(false, false);

  private final Connection connection;
  private final ProjectName project;
  private final ServiceName name;

  Service(Connection connection, ProjectName project, ServiceName name) {
    this.connection = connection;
    this.project = project;
    this.name = name;
  }

  /// Its name in the files.
  public String name() {
    return name.value();
  }

  /// The ids of its containers, running or not, running ones first, then by number.
  public List<String> containerIds() throws InterruptedException {
    return Connection.guarded(() -> replicas().stream().map(each -> each.id().value()).toList());
  }

  /// Whether at least one of its containers runs.
  public boolean isRunning() throws InterruptedException {
    return Connection.guarded(
        () -> replicas().stream().anyMatch(container -> container.status().isUp()));
  }

  /// The published ports of its container.
  public List<PublishedPort> ports() throws InterruptedException {
    return Connection.guarded(() -> {
      var ports = new ArrayList<PublishedPort>();
      for (var port : running().ports()) {
        if (port.published().isPresent()) {
          var host = connection.host(port.hostIp().orElse(""));
          var address = new Address(host, port.published().get());
          ports.add(new PublishedPort(port.target(), port.protocol(), address));
        }
      }
      return List.copyOf(ports);
    });
  }

  /// Where a TCP port of its container can be reached from this machine.
  ///
  /// @throws ComposeException if the port is not published
  public Address address(int containerPort) throws InterruptedException {
    return address(containerPort, "tcp");
  }

  /// The same for another protocol: `udp` or `sctp`.
  ///
  /// @throws ComposeException if the port is not published
  public Address address(int containerPort, String protocol) throws InterruptedException {
    var ports = ports();
    return ports.stream()
        .filter(port -> port.containerPort() == containerPort)
        .filter(port -> port.protocol().equals(protocol.toLowerCase(Locale.ROOT)))
        .map(PublishedPort::address)
        .findFirst()
        .orElseThrow(() -> missing(containerPort + "/" + protocol, ports));
  }

  private ComposeException missing(String port, List<PublishedPort> ports) {
    var others =
        ports.stream()
            .map(each -> each.containerPort() + "/" + each.protocol())
            .distinct()
            .collect(Collectors.joining(", "));
    return new ComposeException(
        ComposeException.Reason.NOT_FOUND,
        "no port %s of service %s is published; %s"
            .formatted(port, name, others.isEmpty() ? "none is" : "there are: " + others));
  }

  /// Runs a command in its container to the end.
  public CommandResult exec(String... command) throws InterruptedException {
    return exec(ExecOptions.DEFAULTS, command);
  }

  /// Runs a command in its container to the end, as the options say.
  public CommandResult exec(ExecOptions options, String... command) throws InterruptedException {
    var execution = options.execution(List.of(command));
    return Connection.guarded(() -> {
      var output = new ByteArrayOutputStream();
      var error = new ByteArrayOutputStream();
      try (var dialogue = connection.engine().access().exec(running().id(), execution)) {
        options
            .input()
            .ifPresent(text -> {
              var _ =
                  Thread.ofPlatform()
                      .daemon()
                      .name("jcompose-input")
                      .start(() -> answer(dialogue, text));
            });
        dialogue.copyTo(output, error);
        return new CommandResult(
            dialogue.exitCode(),
            output.toString(StandardCharsets.UTF_8),
            error.toString(StandardCharsets.UTF_8));
      } catch (IOException failure) {
        throw new IllegalStateException("memory can be written to", failure);
      }
    });
  }

  private static void answer(Dialogue dialogue, String text) {
    try (var input = dialogue.input()) {
      input.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // The command does not listen any more; what it has to say of that is in its output.
    }
  }

  /// What its containers write. The stream has to be closed.
  public Stream<LogEntry> logs(Logs which) throws InterruptedException {
    return Connection.guarded(() -> read(which).stream());
  }

  LogReader read(Logs which) throws InterruptedException {
    return LogReader.open(connection.engine(), project, this::isReplica, which);
  }

  /// Waits until it does what shows that it can be used.
  ///
  /// @throws ComposeException if it ends before, or does not do it within the limit
  public void await(Condition condition, Duration limit) throws InterruptedException {
    Connection.carriedOut(() -> new Waiting(this, condition, limit).run());
  }

  /// Copies a file or folder of this machine into its container: into a folder that is there, else
  /// under a new name.
  ///
  /// @throws IOException if it cannot be read
  public void copyIn(Path source, String target) throws InterruptedException, IOException {
    copy(copying -> copying.fromHere(source.toAbsolutePath(), false, target));
  }

  /// Copies a file or folder out of its container: into a folder that is there, else under a new
  /// name.
  ///
  /// @throws IOException if it cannot be written
  public void copyOut(String source, Path target) throws InterruptedException, IOException {
    copy(copying -> copying.toHere(source, target.toAbsolutePath(), false));
  }

  private interface Copy {
    void with(Copying copying) throws InterruptedException, IOException;
  }

  private void copy(Copy copy) throws InterruptedException, IOException {
    Connection.<IOException>carriedOut(
        () -> copy.with(new Copying(connection.engine().access(), running().id(), PLAIN_COPY)));
  }

  /// Waits until none of its containers runs any more.
  ///
  /// @return 0 if all ended well, else the exit code of the first that did not
  public int awaitExit() throws InterruptedException {
    return Connection.guarded(() -> {
      var engine = connection.engine();
      var replicas = replicas();
      if (replicas.isEmpty()) {
        throw none();
      }
      try (var watch =
          ExitWatch.open(engine, project, this::isReplica, new ExitWatch.Listener() {})) {
        var _ = watch.awaitEnd();
      }
      int code = 0;
      for (var replica : replicas) {
        var ended = engine.container(replica.id());
        code = code != 0 ? code : ended.flatMap(each -> each.status().exitCode()).orElse(0);
      }
      return code;
    });
  }

  private boolean isReplica(ObservedContainer container) {
    return container.service().filter(name::equals).isPresent()
        && !container.isOneOff()
        && !container.isHook();
  }

  private List<ObservedContainer> replicas() throws InterruptedException {
    return ReplicaSearch.of(name, connection.engine().containers(project)).stream()
        .filter(container -> !container.isOneOff())
        .toList();
  }

  private ObservedContainer running() throws InterruptedException {
    return replicas().stream()
        .filter(container -> container.status().isUp())
        .findFirst()
        .orElseThrow(this::none);
  }

  private ComposeException none() {
    return new ComposeException(
        ComposeException.Reason.NOT_FOUND, "service " + name + " is not running");
  }
}
