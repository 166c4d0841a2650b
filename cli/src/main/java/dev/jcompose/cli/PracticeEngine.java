package dev.jcompose.cli;

import dev.jcompose.executor.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// What an engine remembers, and what it answers: containers, networks and volumes that are said to
/// be made, started and removed. Whatever is started is healthy at once.
final class PracticeEngine {
  private static final Pattern IMAGE = Pattern.compile("^/images/.*/json$");
  private static final String TIME = "2026-01-01T00:00:00.123456789Z";
  private static final String DONE = "{}";

  private static final Map<String, String> FIXED =
      Map.of(
          "GET /_ping",
          "OK",
          "GET /version",
          "{\"Version\":\"28.0.0\",\"ApiVersion\":\"1.48\",\"Os\":\"linux\",\"Arch\":\"amd64\"}",
          "GET /info",
          "{\"ID\":\"practice\",\"SystemTime\":\"%s\"}".formatted(TIME),
          "GET /images",
          """
          {"Id":"sha256:000000000001","RepoTags":["web:latest"],"Os":"linux","Architecture":"amd64","Size":7,"Created":"%1$s",
          "Metadata":{"LastTagTime":"%1$s"},
          "Config":{"Env":["PATH=/bin"],"Cmd":["serve"],"Labels":{"made.by":"us"}}}
          """
              .formatted(TIME));

  private final SequencedMap<String, Container> containers = new LinkedHashMap<>();
  private final SequencedMap<String, Made> networks = new LinkedHashMap<>();
  private final SequencedMap<String, Made> volumes = new LinkedHashMap<>();

  /// One that holds two containers of the project `training`.
  static PracticeEngine ofProject() throws IOException {
    var engine = new PracticeEngine();
    for (var service : List.of("web", "db")) {
      var id = service + "1";
      var body = JsonValue.parse(created(service).getBytes(StandardCharsets.UTF_8));
      engine.containers.put(id, new Container(id, "training-" + service + "-1", "running", body));
    }
    return engine;
  }

  private static String created(String service) {
    return """
    {"Image":"%1$s","HostConfig":{},"Labels":{"com.docker.compose.project":"training",
    "com.docker.compose.service":"%1$s","com.docker.compose.container-number":"1",
    "com.docker.compose.oneoff":"False","com.docker.compose.config-hash":"0",
    "com.docker.compose.project.working_dir":"/","com.docker.compose.depends_on":"",
    "com.docker.compose.project.config_files":"/compose.yaml","com.docker.compose.version":"2"},
    "NetworkingConfig":{"EndpointsConfig":{"training_default":{}}}}
    """
        .formatted(service);
  }

  /// A network or volume.
  private record Made(String name, JsonValue body) {
    String json() {
      return "{\"Name\":%s,\"Id\":%s,\"Driver\":\"local\",\"Labels\":%s}"
          .formatted(quoted(name), quoted(name), labels(body));
    }
  }

  /// A container.
  private record Container(String id, String name, String state, JsonValue body) {
    Container as(String newState) {
      return new Container(id, name, newState, body);
    }

    String listed() {
      return """
      {"Id":"%s","Names":["/%s"],"Image":%s,"ImageID":"sha256:000000000001","Command":"serve",
      "Created":1700000000,"State":"%s","Status":"Up 2 hours (healthy)","Labels":%s,
      "Ports":[{"IP":"0.0.0.0","PrivatePort":80,"PublicPort":8080,"Type":"tcp"}],
      "NetworkSettings":{"Networks":%s},"Mounts":%s}
      """
          .formatted(
              id, name, body.path("Image").toJson(), state, labels(body), endpoints(), mounts());
    }

    String inspected() {
      return """
      {"Id":"%s","Name":"/%s","Image":"sha256:000000000001","Config":%s,"HostConfig":%s,"Created":"%s",
      "State":{"Status":"%s","Running":%s,"StartedAt":"%s","Health":{"Status":"healthy"}},
      "NetworkSettings":{"Networks":%s},"Mounts":%s}
      """
          .formatted(
              id,
              name,
              body.toJson(),
              body.path("HostConfig").toJson(),
              TIME,
              state,
              state.equals("running"),
              TIME,
              endpoints(),
              mounts());
    }

    private String endpoints() {
      var endpoints = new StringJoiner(",", "{", "}");
      body.path("NetworkingConfig")
          .path("EndpointsConfig")
          .properties()
          .forEach(endpoint -> {
            var name = quoted(endpoint.getKey());
            endpoints.add(name + ":{\"NetworkID\":" + name + "}");
          });
      return endpoints.toString();
    }

    private String mounts() {
      var mounts = new StringJoiner(",", "[", "]");
      for (JsonValue bind : body.path("HostConfig").path("Binds")) {
        var parts = bind.asText().split(":", 3);
        mounts.add(
            "{\"Type\":\"volume\",\"Name\":%s,\"Source\":\"/v\",\"Destination\":%s,\"RW\":true}"
                .formatted(quoted(parts[0]), quoted(parts[1])));
      }
      return mounts.toString();
    }
  }

  private static String quoted(String text) {
    return new JsonValue.TextValue(text).toJson();
  }

  private static String labels(JsonValue body) {
    return body.path("Labels").properties().isEmpty() ? "{}" : body.path("Labels").toJson();
  }

  /// The answer's body; empty when there is no such thing.
  ///
  /// @param path without the version of the API
  /// @param name what the query calls the new container
  synchronized String answer(String method, String path, String name, JsonValue body) {
    var fixed = FIXED.get(method + " " + IMAGE.matcher(path).replaceFirst("/images"));
    if (fixed != null) {
      return fixed;
    }
    var words = Pattern.compile("/").splitAsStream(path.substring(1)).iterator();
    return switch (words.next()) {
      case "containers" -> container(method, words, name, body);
      case "networks" -> made(networks, method, words, body);
      case "volumes" ->
          words.hasNext() || !method.equals("GET")
              ? made(volumes, method, words, body)
              : "{\"Volumes\":" + made(volumes, method, words, body) + "}";
      case "exec" -> "{\"ID\":\"exec1\",\"Running\":false,\"ExitCode\":0}";
      default -> "";
    };
  }

  private static String made(
      SequencedMap<String, Made> all, String method, Iterator<String> words, JsonValue body) {
    if (!words.hasNext()) {
      var list = new StringJoiner(",", "[", "]");
      all.values().forEach(one -> list.add(one.json()));
      return list.toString();
    }
    var name = words.next();
    if (method.equals("POST") && name.equals("create")) {
      var made = new Made(body.path("Name").asText(), body);
      all.put(made.name(), made);
      return made.json();
    }
    var one = method.equals("DELETE") ? all.remove(name) : all.get(name);
    return one == null ? "" : one.json();
  }

  private String container(String method, Iterator<String> words, String name, JsonValue body) {
    var first = words.next();
    if (first.equals("json")) {
      var list = new StringJoiner(",", "[", "]");
      containers.values().forEach(one -> list.add(one.listed()));
      return list.toString();
    }
    if (first.equals("create")) {
      var made = new Container("c" + name, name, "created", body);
      containers.put(made.id(), made);
      return "{\"Id\":\"" + made.id() + "\",\"Warnings\":[]}";
    }
    var container = containers.get(first);
    if (container == null) {
      return "";
    }
    if (method.equals("DELETE")) {
      containers.remove(first);
      return DONE;
    }
    return switch (words.next()) {
      case "json" -> container.inspected();
      case "wait" -> "{\"StatusCode\":0}";
      case "start" -> turned(container.as("running"));
      case "stop", "kill" -> turned(container.as("exited"));
      case "logs" -> output(TIME + " hello\n");
      case "top" -> "{\"Titles\":[\"PID\",\"CMD\"],\"Processes\":[[\"1\",\"serve\"]]}";
      case "exec" -> "{\"Id\":\"exec1\"}";
      default -> DONE;
    };
  }

  /// What a process writes, with the head that tells its stream and length.
  ///
  /// @param text below 128 characters
  static String output(String text) {
    return "\1\0\0\0\0\0\0" + (char) text.length() + text;
  }

  private String turned(Container container) {
    containers.put(container.id(), container);
    return DONE;
  }
}
