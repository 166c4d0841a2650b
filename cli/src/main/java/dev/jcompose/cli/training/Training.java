package dev.jcompose.cli.training;

import dev.jcompose.cli.Cli;
import dev.jcompose.cli.host.Host;
import dev.jcompose.cli.host.ProcessScreen;
import dev.jcompose.cli.host.SignalInterrupts;
import dev.jcompose.cli.host.Streams;
import dev.jcompose.executor.docker.DockerEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Runs the commands of a part of the program, all in one process, so that the JVM can write down
/// what they load (`-XX:AOTCacheOutput`). Only these: classes in the cache are loaded at every
/// start, needed or not.
///
/// Nothing outside of a new temporary folder is read or changed, and no engine is asked.
public final class Training {
  /// By the part of the program that they belong to.
  private static final Map<String, List<List<String>>> CALLS =
      Map.of(
          "start",
          List.of(List.of("version"), List.of("--help")),
          "load",
          List.of(
              List.of("config"),
              List.of("config", "-q"),
              List.of("config", "--format", "json"),
              List.of("config", "--services")),
          "engine",
          List.of(
              List.of("ps"),
              List.of("-p", "training", "ps", "-a"),
              List.of("up", "-d", "--dry-run"),
              List.of("up", "-d")));

  private static final String FILE =
      """
      name: training
      x-common: &common
        restart: unless-stopped
        logging: {driver: json-file, options: {max-size: 10m}}
      services:
        web:
          <<: *common
          image: web:${TAG:-1.0}
          command: ["serve", "--port", "80"]
          ports: ["8080:80", {target: 443, published: "8443", protocol: tcp}]
          environment: {NAME: value, NUMBER: 1, EMPTY: }
          healthcheck:
            test: ["CMD", "true"]
            interval: 1m30s
            retries: 3
          volumes: ["data:/data", "./site:/site:ro"]
          networks: [default, back]
          labels: {team: web}
          depends_on: {db: {condition: service_healthy}}
          deploy: {replicas: 1, resources: {limits: {cpus: "0.50", memory: 256M}}}
        db:
          <<: *common
          image: db
          environment: ["MODE=quick"]
          networks: {back: {aliases: [data]}}
          depends_on: []
          secrets: [key]
          configs: [settings]
      networks: {back: {internal: true}}
      volumes: {data: {}}
      secrets: {key: {environment: KEY}}
      configs: {settings: {content: "a=b"}}
      """;

  private Training() {}

  /// Takes the name of a part.
  public static void main(String[] arguments) throws IOException {
    var calls = Objects.requireNonNull(CALLS.get(arguments[0]), "no such part");
    var folder = Files.createTempDirectory("jcompose");
    try (var engine = new PracticeEngine(folder.resolve("engine"))) {
      Files.writeString(folder.resolve("compose.yaml"), FILE);
      Files.writeString(folder.resolve(".env"), "TAG=1.1\n");
      var host = host(folder);
      calls.forEach(call -> new Cli(host).run(call.toArray(String[]::new)));
    } finally {
      remove(folder);
    }
    Runtime.getRuntime().halt(0);
  }

  private static Host host(Path folder) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    SequencedMap<String, String> environment = new TreeMap<>();
    environment.put("DOCKER_HOST", "unix://" + folder.resolve("engine"));
    environment.put("HOME", folder.toString());
    environment.put("KEY", "secret");
    environment.put("PATH", "");
    return new Host(
        new Streams(InputStream.nullInputStream(), nowhere, nowhere),
        environment,
        folder,
        new ProcessScreen(),
        new SignalInterrupts(),
        DockerEngine::new,
        InstantSource.system());
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (var file : files.toList().reversed()) {
        Files.delete(file);
      }
    }
  }
}
