package dev.jcompose.cli.project;

import dev.jcompose.cli.host.Host;
import dev.jcompose.cli.host.Streams;
import dev.jcompose.cli.text.Footer;
import dev.jcompose.cli.text.Paint;

/// What every command works with: the world outside, and what was said before the command.
public record Context(Host host, GlobalOptions options) {
  /// Colours for standard output.
  public Paint outputPaint() {
    return Paint.when(colours(host.screen().outputIsTerminal()));
  }

  /// Colours for standard error.
  public Paint errorPaint() {
    return Paint.when(colours(host.screen().errorIsTerminal()));
  }

  /// See <https://no-color.org>: any value but the empty one counts.
  private boolean colours(boolean terminal) {
    return switch (options.ansi()) {
      case NEVER -> false;
      case ALWAYS -> true;
      case AUTO -> terminal && host.environment().getOrDefault("NO_COLOR", "").isEmpty();
    };
  }

  /// Writes a line to standard output.
  public void print(String line) {
    host.streams().out().println(line);
  }

  /// Tells the user something on standard error.
  public void tell(String line) {
    host.streams().err().println(line);
  }

  /// Warns the user on standard error.
  public void warn(String text) {
    tell(errorPaint().in(Paint.Colour.YELLOW, "warning:") + " " + text);
  }

  /// The same context with all that is printed above a footer.
  public Context above(Footer footer) {
    var streams = host.streams();
    var above = new Streams(streams.in(), footer.above(streams.out()), footer.above(streams.err()));
    return new Context(host.withStreams(above), options);
  }

  /// Whether standard input and output are a person's, who wants more than plain text.
  public boolean isInteractive() {
    return host.screen().inputIsTerminal()
        && host.screen().outputIsTerminal()
        && options.ansi() != GlobalOptions.AnsiMode.NEVER
        && options.mode() == GlobalOptions.Mode.REAL;
  }

  /// The same context in which nothing is done.
  public Context dry() {
    return new Context(host, options.dry());
  }

  /// The same context with all profiles of the project enabled.
  public Context withAllProfiles() {
    return new Context(host, options.withAllProfiles());
  }
}
