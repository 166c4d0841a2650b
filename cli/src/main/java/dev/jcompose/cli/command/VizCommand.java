package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.model.NetworkKey;
import dev.jcompose.model.PortMapping;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.spec.step.LoadSwitches;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `viz`: who depends on whom, as a graph.
@Command(
    name = "viz",
    header = "Write the graph of the services for Graphviz",
    description = {
      "An arrow goes from a service to each that it depends on. docker compose has this command as",
      "alpha viz, which is understood too. No engine is needed."
    },
    footer = {
      "Examples:",
      "  jcompose viz | dot -Tsvg > services.svg   draw the services as a picture",
      "  jcompose viz --ports --networks --image   name more of them"
    })
final class VizCommand implements Callable<Integer> {
  private static final int MOST_INDENTATION = 100;

  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();

  @Option(names = "--image", description = "Name the services' images.")
  boolean image;

  @Option(names = "--networks", description = "Name the networks they are on.")
  boolean networks;

  @Option(names = "--ports", description = "Name the ports they publish.")
  boolean ports;

  @Option(names = "--spaces", description = "Indent with spaces instead of tabs.")
  boolean spaces;

  @Option(
      names = "--indentation-size",
      paramLabel = "N",
      description = "How many of them; left out: 1.")
  int indentation = 1;

  @Option(names = "--dry-run", hidden = true)
  boolean dryRun;

  VizCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (indentation < 0 || indentation > MOST_INDENTATION) {
      throw new CommandFailure("--indentation-size is a number from 0 to " + MOST_INDENTATION);
    }
    var project = new Loading(context).project(List.of(), LoadSwitches.NO_NEW_CONTAINERS);
    context.print(graph(project));
    return ExitCode.OK;
  }

  private String graph(Project project) {
    var indent = (spaces ? " " : "\t").repeat(indentation);
    var services = project.services().values();
    var nodes =
        services.stream()
            .map(service ->
                quoted(service.name())
                    + " [style=\"filled\" label=<"
                    + font(15, escaped(service.name().value()))
                    + details(project, service)
                    + ">];");
    var arrows =
        services.stream()
            .flatMap(service ->
                service.lifecycle().dependsOn().keySet().stream()
                    .map(other -> quoted(service.name()) + " -> " + quoted(other) + ";"));
    return Stream.of(Stream.of("layout=dot;"), nodes, Stream.of(""), arrows)
        .flatMap(lines -> lines)
        .map(line -> (line.isEmpty() ? "" : indent) + line + "\n")
        .collect(Collectors.joining("", "digraph \"" + project.name() + "\" {\n", "}\n"));
  }

  private String details(Project project, Service service) {
    return (networks
            ? section(
                "Networks",
                service.networking().networks().keySet().stream().map(NetworkKey::value).sorted())
            : "")
        + (ports
            ? section("Ports", service.networking().ports().stream().map(VizCommand::port))
            : "")
        + (image ? section("Image", Stream.of(ConfigLists.image(project, service))) : "");
  }

  private static String section(String title, Stream<String> lines) {
    var text = lines.map(VizCommand::escaped).collect(Collectors.joining("<br/>"));
    return text.isEmpty() ? "" : font(10, "<br/><br/><b>" + title + ":</b><br/>" + text);
  }

  private static String port(PortMapping port) {
    return port.hostIp().map(host -> host + ":").orElse("")
        + port.published().map(Object::toString).orElse("")
        + ":"
        + port.target()
        + " ("
        + port.protocol()
        + ", "
        + port.mode().orElse("ingress")
        + ")";
  }

  private static String quoted(Object name) {
    return "\"" + name + "\"";
  }

  private static String font(int size, String text) {
    return "<font point-size=\"" + size + "\">" + text + "</font>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
