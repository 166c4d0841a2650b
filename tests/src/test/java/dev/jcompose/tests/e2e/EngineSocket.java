package dev.jcompose.tests.e2e;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The socket that an engine listens on, and the little that tests ask of it beside what {@link
/// dev.jcompose.executor.Engine} knows.
record EngineSocket(Path path) {
  private static final Path USUAL = Path.of("/var/run/docker.sock");
  private static final Pattern NAME = Pattern.compile("\"(?:Name|Names)\":\\[?\"/?([^\"]+)\"");

  /// That of the machine's engine; empty when it is reached in another way.
  static Optional<EngineSocket> ofTheMachine() {
    String host = System.getenv().getOrDefault("DOCKER_HOST", "unix://" + USUAL);
    return Optional.of(host)
        .filter(address -> address.startsWith("unix://"))
        .map(address -> new EngineSocket(Path.of(address.substring("unix://".length()))));
  }

  /// As `DOCKER_HOST` has it.
  String address() {
    return "unix://" + path;
  }

  /// Containers, networks and volumes with the text in their names, whatever their labels.
  List<String> named(String text) throws IOException {
    String filter = "filters=" + encoded("{\"name\":[\"%s\"]}".formatted(text));
    List<String> found = new ArrayList<>();
    for (String list : List.of("/containers/json?all=1&", "/networks?", "/volumes?")) {
      String answer = new String(call("GET", list + filter, new byte[0]), StandardCharsets.UTF_8);
      names(answer).filter(name -> name.contains(text)).forEach(found::add);
    }
    return found;
  }

  /// Copies an image from another engine.
  void takeImage(EngineSocket from, String image) throws IOException {
    call("POST", "/images/load", from.call("GET", "/images/" + image + "/get", new byte[0]));
  }

  /// Whether an engine answers.
  boolean answers() {
    try {
      call("GET", "/info", new byte[0]);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  SocketChannel connect() throws IOException {
    var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(path));
      return channel;
    } catch (IOException failure) {
      channel.close();
      throw failure;
    }
  }

  private byte[] call(String method, String target, byte[] body) throws IOException {
    String head =
        """
        %s %s HTTP/1.0\r
        Host: engine\r
        Content-Type: application/x-tar\r
        Content-Length: %d\r
        \r
        """
            .formatted(method, target, body.length);
    try (SocketChannel channel = connect()) {
      OutputStream out = Channels.newOutputStream(channel);
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
      HttpHead answer = HttpHead.read(in).orElseThrow(() -> new IOException("no answer"));
      var text = new ByteArrayOutputStream();
      in.transferTo(text);
      if (!answer.word(1).startsWith("2")) {
        throw new IOException(answer.word(1) + " " + text.toString(StandardCharsets.UTF_8));
      }
      return text.toByteArray();
    }
  }

  private static Stream<String> names(String json) {
    return NAME.matcher(json).results().map(match -> match.group(1));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
