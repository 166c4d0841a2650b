package dev.jcompose.executor.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// A loopback port that leads to a socket of this machine.
final class TcpRelay implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  private final ServerSocketChannel server = ServerSocketChannel.open();

  TcpRelay(Path socket) throws IOException {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Thread.ofVirtual().start(() -> serve(socket));
  }

  int port() {
    return server.socket().getLocalPort();
  }

  private void serve(Path socket) {
    try {
      while (true) {
        SocketChannel near = server.accept();
        SocketChannel far = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(() -> copy(near, far));
        Thread.ofVirtual().start(() -> copy(far, near));
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  private static void copy(SocketChannel from, SocketChannel to) {
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    try {
      while (from.read(bytes) >= 0) {
        bytes.flip();
        while (bytes.hasRemaining()) {
          to.write(bytes);
        }
        bytes.clear();
      }
      to.shutdownOutput();
    } catch (IOException _) {
      // One side is gone.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
