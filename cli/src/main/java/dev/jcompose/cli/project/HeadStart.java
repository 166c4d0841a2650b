package dev.jcompose.cli.project;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/// What the JDK takes as long to make ready as a small file to read, made ready beside that.
///
/// The threads are none of our group's, for nobody needs their end.
final class HeadStart {
  private HeadStart() {}

  /// Before the first number, large powers are worked out.
  static void ofNumbers() {
    run(() -> {
      var _ = BigDecimal.valueOf(0);
    });
  }

  /// Before the first socket, sources of randomness are looked for.
  static void ofConnections() {
    run(() -> {
      try {
        SocketChannel.open(StandardProtocolFamily.UNIX).close();
      } catch (IOException | UnsupportedOperationException _) {
        // Who needs one will be told.
      }
    });
  }

  private static void run(Runnable work) {
    var ours = Thread.currentThread().getThreadGroup();
    Thread.ofPlatform()
        .group(Optional.ofNullable(ours.getParent()).orElse(ours))
        .daemon()
        .start(work);
  }
}
