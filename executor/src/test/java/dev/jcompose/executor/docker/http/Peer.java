package dev.jcompose.executor.docker.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// The other side: a socket with a script for each connection to it, in their order.
final class Peer implements AutoCloseable {
  private final ServerSocketChannel server;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  /// What is done with one connection; it is closed at the end.
  interface Script {
    void play(Side side) throws IOException;
  }

  /// @param firstOver completed when the first connection is closed
  Peer(Path socket, CompletableFuture<Boolean> firstOver, Script... scripts) throws IOException {
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofVirtual().start(() -> serve(firstOver, scripts));
  }

  private void serve(CompletableFuture<Boolean> firstOver, Script... scripts) {
    try {
      for (Script script : scripts) {
        SocketChannel socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> play(script, socket, firstOver));
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  private void play(Script script, SocketChannel socket, CompletableFuture<Boolean> over) {
    try (socket) {
      script.play(new Side(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    over.complete(true);
  }

  int connections() {
    return connections.get();
  }

  /// The heads of all requests.
  List<String> heads() {
    return heads;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /// The peer's end of a connection.
  final class Side {
    private final SocketChannel socket;
    private final InputStream input;

    Side(SocketChannel socket) {
      this.socket = socket;
      this.input = new BufferedInputStream(Channels.newInputStream(socket));
    }

    /// Reads the head of a request.
    Side hears() throws IOException {
      StringBuilder head = new StringBuilder();
      while (!head.toString().endsWith("\r\n\r\n")) {
        int next = input.read();
        if (next < 0) {
          return this;
        }
        head.append((char) next);
      }
      heads.add(head.toString());
      return this;
    }

    /// Reads that many bytes of a body.
    String reads(int bytes) throws IOException {
      return new String(input.readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    /// Reads until the other side has ended its output.
    String readsToEnd() throws IOException {
      return new String(input.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    Side says(String text) throws IOException {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
      while (bytes.hasRemaining()) {
        socket.write(bytes);
      }
      return this;
    }
  }
}
