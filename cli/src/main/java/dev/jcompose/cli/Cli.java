package dev.jcompose.cli;

import dev.jcompose.cli.command.Commands;
import dev.jcompose.cli.command.RootOptions;
import dev.jcompose.cli.host.Host;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.cli.text.Paint;
import dev.jcompose.cli.text.Paint.Colour;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.ProjectBusyException;
import dev.jcompose.spec.ProjectLoader;
import dev.jcompose.spec.diagnostic.NearestWord;
import dev.jcompose.spec.source.LoadRequest;
import java.io.InputStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The program: finds the command, runs it, and turns every failure into words and an exit code.
///
/// Nothing else knows exit codes of failures, and nothing else catches all of them.
public final class Cli {
  private final Host host;

  public Cli(Host host) {
    this.host = host;
  }

  /// Runs a command line and gives the exit code.
  public int run(String... arguments) {
    try (var _ = host.interrupts().interrupting(Thread.currentThread())) {
      return parsed(arguments);
    } catch (ParameterException wrong) {
      return failed(CommandLines.explain(wrong));
    } catch (CommandFailure failure) {
      return failed(failure.getMessage());
    } catch (Loading.InvalidFiles _) {
      return Thread.interrupted() ? ExitCode.INTERRUPTED : ExitCode.FAILED;
    } catch (ProjectBusyException failure) {
      return failed(failure.getMessage());
    } catch (EngineException failure) {
      return failed(failure.getMessage());
    } catch (InterruptedException _) {
      host.streams().err().println("Interrupted.");
      return ExitCode.INTERRUPTED;
    } catch (OutOfMemoryError _) {
      return failed("the project is too large for the memory that jcompose may use (see -Xmx)");
    } catch (Exception bug) {
      return bug(bug);
    }
  }

  private int parsed(String... arguments) throws Exception {
    var root = new RootOptions();
    var line = CommandLines.of(root, "jcompose");
    line.setStopAtPositional(true);
    line.parseArgs(CommandLines.withoutSwitchValues(line, List.of(arguments)));
    if (root.wantsHelp()) {
      host.streams().out().print(rootHelp(line));
      return ExitCode.OK;
    }
    var words = root.words();
    if (words.getFirst().equals("help")) {
      words = List.of(words.get(1), "--help");
    }
    return command(root, words.getFirst(), words.subList(1, words.size()));
  }

  private int command(RootOptions root, String name, List<String> arguments) throws Exception {
    var context = context(root);
    var command = Commands.make(name, context).orElseThrow(() -> unknown(name));
    var line = CommandLines.of(command, "jcompose " + name);
    line.parseArgs(CommandLines.withoutSwitchValues(line, arguments));
    if (line.isUsageHelpRequested()) {
      host.streams().out().print(line.getUsageMessage());
      return ExitCode.OK;
    }
    return command.call();
  }

  /// Settings may stand in `.env` as well.
  private Context context(RootOptions root) {
    var surroundings =
        new LoadRequest.Surroundings(
            host.environment(), host.currentDirectory(), InputStream::nullInputStream);
    var settings = ProjectLoader.settings(root.choice(), surroundings);
    return new Context(host.withEnvironment(settings), root.options(settings));
  }

  private static CommandFailure unknown(String name) {
    return new CommandFailure(
        "there is no command \""
            + name
            + "\""
            + NearestWord.of(name, Commands.names())
                .map(near -> "; did you mean " + near + "?")
                .orElse("")
            + "\nSee \"jcompose --help\".");
  }

  private static String rootHelp(CommandLine line) {
    var text = line.getUsageMessage();
    return text.replace("Usage: jcompose [OPTIONS]", "Usage: jcompose [OPTIONS] COMMAND")
        + Commands.summaries();
  }

  private int failed(String message) {
    host.streams().err().println(paint().in(Colour.RED, "error:") + " " + message);
    return ExitCode.FAILED;
  }

  /// Before the arguments are read nothing is known of `--ansi`.
  private Paint paint() {
    return Paint.when(
        host.screen().errorIsTerminal()
            && host.environment().getOrDefault("NO_COLOR", "").isEmpty());
  }

  private int bug(Exception bug) {
    host.streams().err().println("This is a bug in jcompose, please report it:");
    bug.printStackTrace(host.streams().err());
    return ExitCode.BUG;
  }
}
