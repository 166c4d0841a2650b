package dev.jcompose.cli.project;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/// What the JDK takes as long to make ready as a small file to read, made ready beside that.
///
/// The thread is none of our group's, for nobody needs its end.
final class HeadStart {
  private HeadStart() {}

  /// Before the first socket, sources of randomness are looked for.
  static void ofConnections() {
    var ours = Thread.currentThread().getThreadGroup();
    Thread.ofPlatform()
        .group(Optional.ofNullable(ours.getParent()).orElse(ours))
        .daemon()
        .start(HeadStart::connection);
  }

  private static void connection() {
    try {
      SocketChannel.open(StandardProtocolFamily.UNIX).close();
    } catch (IOException | UnsupportedOperationException _) {
      // Who needs one will be told.
    }
  }
}
