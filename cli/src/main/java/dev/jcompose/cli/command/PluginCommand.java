package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.text.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plugin`: makes `docker compose` run this program, or no longer.
@Command(
    name = "plugin",
    header = "Make `docker compose` run jcompose",
    description = {
      "install links this program into docker's folder of plugins ($DOCKER_CONFIG/cli-plugins, else",
      "~/.docker/cli-plugins); uninstall takes the link away. A plugin that is there already stays,",
      "unless --replace is given: then it is kept aside, and uninstall puts it back."
    },
    footer = {
      "Examples:",
      "  jcompose plugin install && docker compose version   `docker compose` is jcompose now",
      "  jcompose plugin uninstall                           it is what it was before"
    })
final class PluginCommand implements Callable<Integer> {
  private static final String NAME = "docker-compose";

  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();

  @Option(names = "--replace", description = "Put a plugin that is there already aside.")
  boolean replace;

  @Parameters(
      paramLabel = "install|uninstall",
      arity = "0..*",
      hideParamSyntax = true,
      description = "What to do.")
  List<String> words = new ArrayList<>();

  PluginCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var plugin = folder().resolve(NAME);
    try {
      switch (String.join(" ", words)) {
        case "install" -> install(plugin);
        case "uninstall" -> uninstall(plugin);
        default -> throw new CommandFailure("plugin needs `install` or `uninstall`");
      }
    } catch (IOException e) {
      throw new CommandFailure("cannot change " + plugin + ": " + FileFailures.reason(e));
    }
    return ExitCode.OK;
  }

  private void install(Path plugin) throws IOException {
    var program = program();
    Files.createDirectories(folder());
    if (isOurs(plugin)) {
      Files.delete(plugin);
    } else if (exists(plugin)) {
      if (!replace) {
        throw new CommandFailure(
            plugin + " is another program; --replace puts it aside, as " + aside(plugin));
      }
      Files.move(plugin, aside(plugin));
    }
    Files.createSymbolicLink(plugin, program);
    context.print(plugin + " now runs " + program);
  }

  private void uninstall(Path plugin) throws IOException {
    if (!isOurs(plugin)) {
      throw new CommandFailure(plugin + " does not run jcompose; it is left alone");
    }
    Files.delete(plugin);
    if (exists(aside(plugin))) {
      Files.move(aside(plugin), plugin);
      context.print("Removed " + plugin + ", and put back what was there before");
    } else {
      context.print("Removed " + plugin);
    }
  }

  private Path folder() {
    var config =
        variable("DOCKER_CONFIG")
            .map(Path::of)
            .or(() -> variable("HOME").map(home -> Path.of(home, ".docker")))
            .orElseThrow(() -> new CommandFailure("neither DOCKER_CONFIG nor HOME is set"));
    return context.host().currentDirectory().resolve(config).resolve("cli-plugins");
  }

  /// The file that starts us; it says itself where it is.
  private Path program() {
    return variable("JCOMPOSE_PROGRAM")
        .map(program -> Path.of(program).normalize())
        .orElseThrow(() ->
            new CommandFailure(
                "jcompose was started without its launcher, so there is nothing to link"));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(context.host().environment().get(name))
        .filter(text -> !text.isEmpty());
  }

  private boolean isOurs(Path plugin) throws IOException {
    return Files.isSymbolicLink(plugin) && Files.readSymbolicLink(plugin).equals(program());
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static Path aside(Path plugin) {
    return plugin.resolveSibling(NAME + ".before-jcompose");
  }
}
