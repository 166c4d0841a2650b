package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Replicas;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.PublishedPort;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `port`: where a port of a container can be reached.
@Command(
    name = "port",
    header = "Show where a port is published",
    description = {
      "Shows the address of the host under which a port of a container can be reached.",
      "Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose port web 80                            0.0.0.0:32768, for example",
      "  jcompose port --protocol udp --index 2 dns 53   of the second of dns"
    })
final class PortCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin ReplicaOption replica = new ReplicaOption();

  @Option(names = "--protocol", paramLabel = "PROTOCOL", description = "tcp or udp.")
  String protocol = "tcp";

  @Parameters(index = "0", paramLabel = "SERVICE", description = "The service.")
  String service = "";

  @Parameters(index = "1", paramLabel = "PORT", description = "The port in the container.")
  int port;

  PortCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    return replica.find(
        context,
        service,
        Replicas.Among.RUNNING,
        (_, container) -> {
          context.print(
              container.ports().stream()
                  .filter(this::isMeant)
                  .findFirst()
                  .map(PortCommand::address)
                  .orElseThrow(() -> new CommandFailure(missing(container))));
          return ExitCode.OK;
        });
  }

  private boolean isMeant(PublishedPort published) {
    return published.target() == port
        && published.protocol().equals(protocol.toLowerCase(Locale.ROOT))
        && published.published().isPresent();
  }

  private static String address(PublishedPort published) {
    var ip = published.hostIp().orElse("");
    return (ip.contains(":") ? "[" + ip + "]" : ip) + ":" + published.published().orElseThrow();
  }

  private String missing(ObservedContainer container) {
    var others =
        container.ports().stream()
            .filter(published -> published.published().isPresent())
            .map(published -> published.target() + "/" + published.protocol())
            .distinct()
            .collect(Collectors.joining(", "));
    return "no port %d/%s of container %s is published; %s"
        .formatted(
            port,
            protocol,
            container.name(),
            others.isEmpty() ? "none is" : "there are: " + others);
  }
}
