package dev.jcompose.executor;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/// Projects of many shapes, all named `shop`, so that one can be turned into any other.
final class Shapes {
  /// Networks and volumes that the shapes expect and do not own.
  static final List<String> FOREIGN = List.of("shared");

  private Shapes() {}

  /// All shapes by name.
  static SequencedMap<String, Project> all() {
    var shapes = new LinkedHashMap<String, Project>();
    shapes.put("one", Projects.of(ONE));
    shapes.put("scaled", Projects.of(SCALED));
    shapes.put("chain", Projects.of(CHAIN));
    shapes.put("networks", Projects.of(NETWORKS));
    shapes.put("other networks", Projects.of(OTHER_NETWORKS));
    shapes.put("volumes", Projects.of(VOLUMES));
    shapes.put("other volumes", Projects.of(OTHER_VOLUMES));
    shapes.put("files", Projects.of(FILES));
    shapes.put("other content", Projects.of(FILES.replace("hello", "good evening")));
    shapes.put("other files", Projects.of(OTHER_FILES));
    shapes.put("shared namespaces", Projects.of(SHARED));
    shapes.put("named and built", Projects.of(NAMED));
    shapes.put("not ours", Projects.of(EXTERNAL));
    shapes.put("hooks", Projects.of(HOOKS));
    shapes.put("read-only with files", Projects.of(READ_ONLY));
    return Ordered.map(shapes);
  }

  /// The shape of that name.
  static Project named(String name) {
    return Objects.requireNonNull(all().get(name));
  }

  private static final String READ_ONLY =
      """
      services:
        web:
          image: busybox
          read_only: true
          configs:
            - {source: settings, target: /etc/app/settings, uid: "33", mode: 0400}
            - {source: settings, target: /run/settings}
      configs:
        settings: {content: "a: 1"}
      """;

  private static final String ONE =
      """
      services:
        web: {image: busybox}
      """;

  private static final String SCALED =
      """
      services:
        web: {image: busybox, scale: 3, environment: {DEBUG: "1"}}
        idle: {image: busybox, scale: 0}
      """;

  private static final String CHAIN =
      """
      services:
        web:
          image: busybox
          depends_on:
            api: {condition: service_healthy, restart: true}
        api:
          image: api
          healthcheck: {test: ["CMD", "true"]}
          depends_on: [db]
        db:
          image: db
          restart: always
          stop_grace_period: 3s
      """;

  private static final String NETWORKS =
      """
      services:
        web: {image: busybox, networks: [front, back]}
        db: {image: db, networks: {back: {aliases: [store]}}}
      networks:
        front: {}
        back: {internal: true}
      """;

  private static final String OTHER_NETWORKS =
      """
      services:
        web: {image: busybox, networks: [front]}
        db: {image: db, networks: [front, back]}
      networks:
        front: {labels: {tier: outer}}
        back: {name: shop_rear}
      """;

  private static final String VOLUMES =
      """
      services:
        db:
          image: db
          volumes: [data:/data, /scratch, /etc/hosts:/etc/hosts:ro]
          tmpfs: [/run]
        backup: {image: busybox, volumes: [data:/data:ro]}
      volumes:
        data: {}
      """;

  private static final String OTHER_VOLUMES =
      """
      services:
        db:
          image: db
          volumes: [data:/data, more:/more, /scratch]
        web: {image: busybox, volumes: [/cache]}
      volumes:
        data: {labels: {kept: long}}
        more: {}
      """;

  private static final String FILES =
      """
      services:
        web:
          image: busybox
          configs: [motd]
          secrets: [{source: key, target: /key, mode: 0400}]
      configs:
        motd: {content: "hello"}
      secrets:
        key: {file: /dev/null}
      """;

  private static final String OTHER_FILES =
      """
      services:
        web:
          image: busybox
          configs: [motd]
      configs:
        motd: {content: "good morning"}
      """;

  private static final String SHARED =
      """
      services:
        web: {image: busybox}
        side: {image: busybox, network_mode: "service:web", pid: "service:web"}
        copy: {image: busybox, volumes_from: [web]}
      """;

  private static final String NAMED =
      """
      services:
        web:
          build: {context: /srv, dockerfile_inline: "FROM busybox"}
          container_name: front-door
          ports: ["8080:80"]
        later: {image: busybox, profiles: [later]}
      """;

  private static final String EXTERNAL =
      """
      services:
        web: {image: busybox, networks: [shared], volumes: [shared:/shared]}
      networks:
        shared: {name: shared, external: true}
      volumes:
        shared: {name: shared, external: true}
      """;

  private static final String HOOKS =
      """
      services:
        web:
          image: busybox
          post_start: [{command: ["true"]}]
          pre_stop: [{command: ["true"]}]
      """;
}
