package dev.jcompose.tests.e2e;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between a program and the socket of an engine, and makes trouble.
///
/// Each connection has a thread, and a connection of its own to the engine.
final class TroubleProxy implements AutoCloseable {
  private static final long LATE_MILLISECONDS = 1500;

  private static final byte[] STATUS_500 =
      """
      HTTP/1.1 500 Internal Server Error\r
      Content-Type: application/json\r
      Content-Length: 21\r
      \r
      {"message":"trouble"}\
      """
          .getBytes(StandardCharsets.ISO_8859_1);

  private final EngineSocket engine;
  private final Plan plan;
  private final Path path;
  private final ServerSocketChannel server;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger changes = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();

  /// Decides about each call, by several threads at once.
  interface Plan {
    Trouble on(Call call);
  }

  /// @param number which of all calls it is, from 1
  /// @param change which of those that change something it is, from 1; 0 when it only looks
  record Call(int number, int change) {}

  TroubleProxy(EngineSocket engine, Path path, Plan plan) throws IOException {
    this.engine = engine;
    this.plan = plan;
    this.path = path;
    this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(path));
    Thread.ofPlatform().daemon().name("proxy at " + path).start(this::accept);
  }

  /// As `DOCKER_HOST` has it.
  String address() {
    return new EngineSocket(path).address();
  }

  /// How many calls there were.
  int calls() {
    return calls.get();
  }

  /// Waits until the engine has done all that it was asked to change, whether or not anybody wants
  /// to know.
  void settle() throws InterruptedException {
    Eventually.that(() -> unanswered.get() == 0);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (SocketChannel channel : open) {
      channel.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel client = server.accept();
        Thread.ofPlatform().daemon().name("connection of the proxy").start(() -> serve(client));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void serve(SocketChannel client) {
    open.add(client);
    try (client;
        SocketChannel upstream = engine.connect()) {
      open.add(upstream);
      var ends =
          new Ends(
              new BufferedInputStream(Channels.newInputStream(client)),
              Channels.newOutputStream(client),
              new BufferedInputStream(Channels.newInputStream(upstream)),
              Channels.newOutputStream(upstream));
      boolean more = true;
      while (more) {
        more = handle(ends);
      }
      open.remove(upstream);
    } catch (IOException _) {
      // One of both ends has gone, and so does the other.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
    }
  }

  private record Ends(
      InputStream fromClient,
      OutputStream toClient,
      InputStream fromEngine,
      OutputStream toEngine) {}

  /// Serves one call.
  ///
  /// @return whether another can follow on the connection
  private boolean handle(Ends ends) throws IOException, InterruptedException {
    Optional<HttpHead> head = HttpHead.read(ends.fromClient());
    if (head.isEmpty()) {
      return false;
    }
    var request = new ByteArrayOutputStream();
    request.writeBytes(head.get().bytes());
    head.get().copyRequestBody(ends.fromClient(), request);
    boolean changes = !head.get().word(0).equals("GET");
    Trouble trouble =
        plan.on(new Call(calls.incrementAndGet(), changes ? this.changes.incrementAndGet() : 0));
    switch (trouble) {
      case DROPPED_BEFORE -> {
        return false;
      }
      case REFUSED -> {
        ends.toClient().write(STATUS_500);
        return true;
      }
      case DELAYED -> Thread.sleep(LATE_MILLISECONDS);
      case NONE, DROPPED_AFTER, CUT_SHORT, DENIED -> {}
    }
    if (!changes) {
      request.writeTo(ends.toEngine());
      return answer(ends, trouble);
    }
    unanswered.incrementAndGet();
    try {
      request.writeTo(ends.toEngine());
      return answer(ends, trouble);
    } finally {
      unanswered.decrementAndGet();
    }
  }

  private static boolean answer(Ends ends, Trouble trouble) throws IOException {
    Optional<HttpHead> head = HttpHead.read(ends.fromEngine());
    if (head.isEmpty()) {
      return false;
    }
    HttpHead answer = head.get();
    byte[] bytes = answer.bytes();
    return switch (trouble) {
      case NONE, DELAYED, DROPPED_BEFORE, REFUSED -> {
        ends.toClient().write(bytes);
        yield answer.copyAnswerBody(ends.fromEngine(), ends.toClient());
      }
      case DROPPED_AFTER -> false;
      case CUT_SHORT -> {
        ends.toClient().write(bytes, 0, answer.hasNoBody() ? bytes.length / 2 : bytes.length);
        yield false;
      }
      case DENIED -> {
        ends.toClient().write(STATUS_500);
        yield answer.copyAnswerBody(ends.fromEngine(), OutputStream.nullOutputStream());
      }
    };
  }
}
