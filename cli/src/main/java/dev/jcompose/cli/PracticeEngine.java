package dev.jcompose.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Scanner;
import java.util.regex.Pattern;

/// Answers on a unix socket as an engine would that holds one container and does nothing.
final class PracticeEngine {
  private static final Pattern VERSION = Pattern.compile("^/v[0-9.]+");
  private static final String NOTHING = "{\"message\":\"no such thing\"}";
  private static final Pattern IMAGE = Pattern.compile("^/images/.*/json$");
  private static final Map<String, String> ANSWERS =
      Map.of(
          "/_ping",
          "OK",
          "/version",
          "{\"Version\":\"28.0.0\",\"ApiVersion\":\"1.48\",\"Os\":\"linux\",\"Arch\":\"amd64\"}",
          "/info",
          "{\"ID\":\"practice\"}",
          "/networks",
          "[{\"Name\":\"training_default\",\"Id\":\"n1\",\"Driver\":\"bridge\","
              + "\"Labels\":{\"com.docker.compose.project\":\"training\","
              + "\"com.docker.compose.network\":\"default\"}}]",
          "/images/json",
          """
          {"Id":"sha256:1","RepoTags":["web:latest"],"Os":"linux","Architecture":"amd64","Size":7,
          "Metadata":{"LastTagTime":"2026-01-01T00:00:00.123456789Z"},
          "Config":{"Env":["PATH=/bin"],"Cmd":["serve"],"Labels":{"made.by":"us"}}}
          """,
          "/volumes",
          "{\"Volumes\":[],\"Warnings\":[]}",
          "/containers/json",
          """
          [{"Id":"c1","Names":["/training-web-1"],"Image":"web","ImageID":"sha256:1",
          "Command":"serve","Created":1700000000,"State":"running","Status":"Up 2 hours (healthy)",
          "Ports":[{"IP":"0.0.0.0","PrivatePort":80,"PublicPort":8080,"Type":"tcp"}],
          "Labels":{"com.docker.compose.project":"training","com.docker.compose.service":"web",
          "com.docker.compose.container-number":"1","com.docker.compose.oneoff":"False",
          "com.docker.compose.project.working_dir":"/elsewhere",
          "com.docker.compose.project.config_files":"/elsewhere/compose.yaml"},
          "NetworkSettings":{"Networks":{"training_default":{"NetworkID":"n1","Aliases":null}}},
          "Mounts":[{"Type":"volume","Name":"training_data","Source":"/v","Destination":"/data",
          "RW":true}]}]
          """);

  private PracticeEngine() {}

  /// Begins to answer, and does so until the process ends.
  static void start(Path path) throws IOException {
    var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    socket.bind(UnixDomainSocketAddress.of(path));
    Thread.ofPlatform().daemon().start(() -> serve(socket));
  }

  private static void serve(ServerSocketChannel socket) {
    try {
      while (true) {
        var client = socket.accept();
        Thread.ofPlatform().daemon().start(() -> serve(client));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Requests are told apart by the empty line behind their headers; none has a body that matters.
  private static void serve(SocketChannel client) {
    try (client;
        var requests = new Scanner(Channels.newInputStream(client), StandardCharsets.US_ASCII)) {
      requests.useDelimiter("\r\n\r\n");
      while (requests.hasNext()) {
        client.write(ByteBuffer.wrap(answer(requests.next()).getBytes(StandardCharsets.UTF_8)));
      }
    } catch (IOException _) {
      // The client has gone.
    }
  }

  private static String answer(String request) {
    var target = request.strip().split(" ", 3)[1];
    var path = VERSION.matcher(target).replaceFirst("").replaceFirst("\\?.*", "");
    path = IMAGE.matcher(path).replaceFirst("/images/json");
    var body = ANSWERS.getOrDefault(path, NOTHING);
    return "HTTP/1.1 "
        + (ANSWERS.containsKey(path) ? "200 OK" : "404 Not Found")
        + "\r\nApi-Version: 1.48\r\nContent-Type: application/json\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }
}
