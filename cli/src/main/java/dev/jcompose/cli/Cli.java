package dev.jcompose.cli;

import dev.jcompose.cli.command.Commands;
import dev.jcompose.cli.command.HelpTexts;
import dev.jcompose.cli.command.PlainArguments;
import dev.jcompose.cli.command.PlainArguments.Outcome;
import dev.jcompose.cli.command.PluginDescription;
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
import java.util.concurrent.Callable;

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
      return called(List.of(arguments));
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

  private int called(List<String> arguments) throws Exception {
    if (arguments.equals(List.of(PluginCall.DESCRIBE))) {
      host.streams().out().println(PluginDescription.json());
      return ExitCode.OK;
    }
    var asked = arguments.isEmpty() ? "" : arguments.getFirst();
    if (asked.equals(Completion.ASK) || asked.equals(Completion.ASK_BRIEFLY)) {
      var answer = completion(arguments.subList(1, arguments.size()));
      host.streams()
          .out()
          .print(asked.equals(Completion.ASK) ? answer : answer.replaceAll("\t.*", ""));
      return ExitCode.OK;
    }
    var plugin = PluginCall.of(arguments, host.environment());
    if (plugin.isPresent()) {
      return new Cli(host.withEnvironment(plugin.get().environment()))
          .parsed(plugin.get().arguments());
    }
    return parsed(arguments);
  }

  private String completion(List<String> words) {
    var plugin = PluginCall.of(words, host.environment());
    return new Completion(this::context).answer(plugin.map(PluginCall::arguments).orElse(words));
  }

  private int parsed(List<String> given) throws Exception {
    var root = new RootOptions();
    if (PlainArguments.read(root, CommandLines.PROGRAM, given) == Outcome.UNCLEAR) {
      root = new RootOptions();
      CommandLines.read(root, CommandLines.PROGRAM, given);
    }
    if (root.wantsHelp()) {
      return help(CommandLines.PROGRAM);
    }
    var words = Commands.plain(root.words());
    if (words.getFirst().equals("help")) {
      words = List.of(words.get(1), "--help");
    }
    var name = Commands.canonical(words.getFirst());
    var context = context(root);
    for (String remark : root.remarks()) {
      context.warn(remark);
    }
    return command(context, name, words.subList(1, words.size()));
  }

  private int command(Context context, String name, List<String> arguments) throws Exception {
    var command = made(context, name);
    var outcome = PlainArguments.read(command, name, arguments);
    if (outcome == Outcome.UNCLEAR) {
      command = made(context, name);
      outcome = CommandLines.read(command, name, arguments);
    }
    return outcome == Outcome.HELP ? help(name) : command.call();
  }

  private static Callable<Integer> made(Context context, String name) {
    return Commands.make(name, context).orElseThrow(() -> unknown(name));
  }

  private int help(String name) {
    host.streams().out().print(HelpTexts.of(name));
    return ExitCode.OK;
  }

  /// Settings may stand in `.env` as well.
  private Context context(RootOptions root) {
    var surroundings =
        new LoadRequest.Surroundings(
            root.completed(host.environment()),
            host.currentDirectory(),
            InputStream::nullInputStream);
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
