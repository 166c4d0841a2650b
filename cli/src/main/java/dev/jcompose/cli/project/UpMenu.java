package dev.jcompose.cli.project;

import dev.jcompose.cli.host.Terminals;
import dev.jcompose.cli.text.Footer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The keys of an `up` in the foreground, and the line that tells them. While it is open, keys are
/// heard as they are pressed; Ctrl-C is what it always is.
final class UpMenu implements AutoCloseable {
  private final Footer footer;
  private final WatchSwitch watch;
  private final Terminals.Keys terminal;
  private final Thread user;
  private volatile boolean open = true;
  private volatile boolean detached;

  /// @param waiting is interrupted when the user wants to leave
  private UpMenu(Footer footer, WatchSwitch watch, Terminals.Keys terminal, Thread waiting) {
    this.footer = footer;
    this.watch = watch;
    this.terminal = terminal;
    this.user = waiting;
  }

  /// Empty where no keys can be heard.
  static Optional<UpMenu> open(Context context, Footer footer, WatchSwitch watch) {
    var opened =
        context
            .host()
            .terminals()
            .keys()
            .map(keys -> new UpMenu(footer, watch, keys, Thread.currentThread()));
    var input = context.host().streams().in();
    opened.ifPresent(menu -> {
      menu.draw();
      Thread.ofPlatform().daemon().name("keys").start(() -> menu.listen(input));
    });
    return opened;
  }

  /// Whether the user has gone and left the containers to themselves.
  boolean isDetached() {
    return detached;
  }

  private void draw() {
    footer.show(
        "  d detach   w %s watch   q quit".formatted(watch.isOn() ? "disable" : "enable"),
        () -> terminal.size().columns());
  }

  private void listen(InputStream input) {
    try {
      for (int key = input.read(); open && key >= 0; key = input.read()) {
        press((char) key);
      }
    } catch (IOException _) {
      footer.hide(); // The terminal is gone, and all its keys.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void press(char key) throws InterruptedException {
    switch (Character.toLowerCase(key)) {
      case 'd' -> {
        detached = true;
        user.interrupt();
      }
      case 'q' -> user.interrupt();
      case 'w' -> {
        if (watch.isOn()) {
          watch.off();
        } else {
          turnOn();
        }
        draw();
      }
      case '\r', '\n' -> footer.space();
      default -> {}
    }
  }

  private void turnOn() {
    try {
      watch.on();
    } catch (CommandFailure failure) {
      watch.complain(failure.getMessage());
    }
  }

  @Override
  public void close() {
    open = false;
    footer.hide();
    terminal.close();
  }
}
