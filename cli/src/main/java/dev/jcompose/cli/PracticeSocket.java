package dev.jcompose.cli;

import dev.jcompose.executor.json.JsonValue;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Where a {@link PracticeEngine} is reached: a unix socket.
final class PracticeSocket implements AutoCloseable {
  private static final Pattern VERSION = Pattern.compile("^/v[0-9.]+");
  private static final Pattern DIALOGUES = Pattern.compile("^/exec/|/attach");
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *([0-9]+)");
  private static final Pattern NAME = Pattern.compile("[?&]name=([^&]*)");
  private static final String HEAD = "HTTP/1.1 %s\r\nApi-Version: 1.48\r\n%s\r\n\r\n";
  private static final String DIALOGUE =
      "HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n";
  private static final String STREAM = HEAD.formatted("200 OK", "Transfer-Encoding: chunked");

  private final PracticeEngine engine;
  private final ServerSocketChannel socket;

  private PracticeSocket(PracticeEngine engine, ServerSocketChannel socket) {
    this.engine = engine;
    this.socket = socket;
  }

  /// Begins to answer in the place of what may have been there.
  static PracticeSocket open(Path path, PracticeEngine engine) throws IOException {
    Files.deleteIfExists(path);
    var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    socket.bind(UnixDomainSocketAddress.of(path));
    var practice = new PracticeSocket(engine, socket);
    Thread.ofPlatform().daemon().start(practice::accept);
    return practice;
  }

  /// Takes no more clients; whoever is one is still answered.
  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    try {
      while (true) {
        var client = socket.accept();
        Thread.ofPlatform().daemon().start(() -> serve(client));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void serve(SocketChannel client) {
    try (client;
        var requests = new BufferedInputStream(Channels.newInputStream(client))) {
      while (true) {
        var answer = answer(head(requests), requests);
        client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
        if (answer.startsWith(DIALOGUE)) {
          return;
        }
      }
    } catch (IOException _) {
      // The client has gone.
    }
  }

  private static String head(InputStream requests) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      int read = requests.read();
      if (read < 0) {
        throw new EOFException();
      }
      head.write(read);
    }
    return head.toString(StandardCharsets.US_ASCII);
  }

  /// A stream of events stays open, and nothing happens.
  private String answer(String head, InputStream requests) throws IOException {
    var words = head.split(" ", 3);
    var length = LENGTH.matcher(head);
    var bytes =
        length.find() ? requests.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
    var isJson = bytes.length > 0 && head.contains("application/json");
    var body = isJson ? JsonValue.parse(bytes) : JsonValue.Nothing.MISSING;
    var path = VERSION.matcher(words[1]).replaceFirst("");
    if (path.startsWith("/events")) {
      return STREAM;
    }
    if (DIALOGUES.matcher(path).find() && words[0].equals("POST")) {
      return DIALOGUE + PracticeEngine.output("hello\n");
    }
    var name = NAME.matcher(path);
    var answer =
        engine.answer(
            words[0], path.replaceFirst("\\?.*", ""), name.find() ? name.group(1) : "", body);
    var text = answer.isEmpty() ? "{\"message\":\"no such thing\"}" : answer;
    return HEAD.formatted(
            answer.isEmpty() ? "404 Not Found" : "200 OK",
            "Content-Type: application/json\r\nContent-Length: "
                + text.getBytes(StandardCharsets.UTF_8).length)
        + text;
  }
}
