package dev.jcompose.executor.docker.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/// Opens sockets.
public sealed interface SocketDialer extends Dialer {
  /// Sockets of this machine.
  ///
  /// @param file where somebody listens
  record Unix(Path file) implements SocketDialer {
    @Override
    public Line dial() throws IOException {
      SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        socket.connect(UnixDomainSocketAddress.of(file));
        return new SocketLine(socket);
      } catch (IOException | RuntimeException e) {
        socket.close();
        throw e;
      }
    }
  }

  /// Sockets through the network.
  ///
  /// @param patience how long the other side may take to answer
  record Tcp(String host, int port, Duration patience) implements SocketDialer {
    @Override
    public Line dial() throws IOException {
      return new SocketLine(connected());
    }

    /// A socket that is connected, and the caller's to close.
    SocketChannel connected() throws IOException {
      InetSocketAddress address = new InetSocketAddress(host, port);
      if (address.isUnresolved()) {
        throw new UnknownHostException("there is no host \"" + host + "\"");
      }
      SocketChannel socket = SocketChannel.open();
      try {
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.socket().connect(address, Math.toIntExact(patience.toMillis()));
        return socket;
      } catch (IOException | RuntimeException e) {
        socket.close();
        throw e;
      }
    }
  }
}
