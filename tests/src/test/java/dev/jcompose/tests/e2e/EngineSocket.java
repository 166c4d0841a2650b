package dev.jcompose.tests.e2e;

import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.Labels;
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
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The socket that an engine listens on, and the little that tests ask of it beside what {@link
/// dev.jcompose.executor.Engine} knows.
record EngineSocket(Path path) {
  private static final Path USUAL = Path.of("/var/run/docker.sock");
  private static final Pattern NAME = Pattern.compile("\"(?:Name|Names)\":\\[?\"/?([^\"]+)\"");

  private static final Pattern IMAGE = Pattern.compile("\"Id\":\"([^\"]+)\"");

  /// That of the machine's engine; empty when it is reached in another way.
  static Optional<EngineSocket> ofTheMachine() {
    return of(Map.of());
  }

  /// That of the machine's engine, for a test that stands between it and the program: without it
  /// the test is skipped, or fails where engines are required.
  static EngineSocket required() {
    var socket = ofTheMachine();
    NeedsEngine.Condition.assume(
        socket.isPresent(), "the engine has no socket to stand in front of");
    return socket.orElseThrow();
  }

  /// That of the engine which a program with these variables finds.
  static Optional<EngineSocket> of(Map<String, String> environment) {
    String fallback = System.getenv().getOrDefault("DOCKER_HOST", "unix://" + USUAL);
    return Optional.of(environment.getOrDefault("DOCKER_HOST", fallback))
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

  /// Removes the images with a project's label that have lost their name to a later build.
  void pruneImages(ProjectName project) throws IOException {
    String filters =
        "{\"dangling\":[\"true\"],\"label\":[\"%s=%s\"]}".formatted(Labels.PROJECT, project);
    call("POST", "/images/prune?filters=" + encoded(filters), new byte[0]);
  }

  /// The ids of the images with a project's label.
  List<String> images(ProjectName project) throws IOException {
    String filters = "{\"label\":[\"%s=%s\"]}".formatted(Labels.PROJECT, project);
    String list =
        new String(
            call("GET", "/images/json?filters=" + encoded(filters), new byte[0]),
            StandardCharsets.UTF_8);
    return IMAGE.matcher(list).results().map(match -> match.group(1)).toList();
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
