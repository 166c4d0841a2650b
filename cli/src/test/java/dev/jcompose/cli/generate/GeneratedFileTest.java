package dev.jcompose.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.cli.generate.FoundContainers.Found;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerDetails;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerStatus;
import dev.jcompose.planner.ImageId;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ObservedEndpoint;
import dev.jcompose.planner.ObservedImage;
import dev.jcompose.planner.ObservedMount;
import dev.jcompose.planner.ObservedNetwork;
import dev.jcompose.planner.ObservedVolume;
import dev.jcompose.spec.write.DocumentWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What a file says of containers that an engine shows.
final class GeneratedFileTest {
  private static final ImageId IMAGE = new ImageId("sha256:1");
  private static final ObservedImage BUSYBOX =
      new ObservedImage(
          IMAGE,
          Ordered.map(Map.of("PATH", "/bin")),
          List.of("sh"),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of("/image"),
          false,
          Ordered.map(Map.of("maker", "us")),
          Optional.empty());

  @Test
  void whatIsOfTheImageOrTheEngineIsLeftOut() {
    var web = container("web", Map.of("maker", "us"), List.of(), details(Map.of("restart", "no")));

    assertThat(yaml(web))
        .isEqualTo(
            """
            services:
              web:
                image: busybox
            """);
  }

  @Test
  void eachAttributeIsWrittenAsPeopleDo() {
    Map<String, String> attributes =
        Map.of(
            "restart", "on-failure:3",
            "cpus", "0.5",
            "mem_limit", "1000",
            "memswap_limit", "2000",
            "cpuset", "0",
            "ports", "8080:80/tcp 127.0.0.1::53/udp ::1:8443:443/tcp :81/tcp",
            "ulimits.nofile", "10:20",
            "ulimits.nproc", "30:30",
            "sysctls.net.core.somaxconn", "1024",
            "gpus", "any/-1//gpu");
    var details =
        new ContainerDetails(
            List.of("echo", "$HOME"),
            List.of("sh", "-c"),
            Ordered.map(Map.of("PATH", "/bin", "A", "1$")),
            Optional.of("1000"),
            Optional.empty(),
            Optional.of("box"),
            Ordered.map(attributes),
            List.of("CMD", "test", "a b"),
            List.of());
    var file = file(container("web", Map.of(), List.of(), details));

    assertThat(DocumentWriter.yaml(file.content()))
        .isEqualTo(
            """
            services:
              web:
                image: busybox
                entrypoint:
                  - sh
                  - "-c"
                command:
                  - echo
                  - $$HOME
                user: "1000"
                hostname: box
                environment:
                  A: "1$$"
                ports:
                  - "8080:80"
                  - "127.0.0.1::53/udp"
                  - "[::1]:8443:443"
                  - "81"
                restart: on-failure:3
                cpus: 0.5
                mem_limit: 1000
                cpuset: "0"
                sysctls:
                  net.core.somaxconn: "1024"
                ulimits:
                  nofile:
                    soft: 10
                    hard: 20
                  nproc: 30
                healthcheck:
                  test:
                    - CMD
                    - test
                    - a b
            """);
    assertThat(file.leftOut()).containsExactly("web: gpus");
  }

  @Test
  void volumesOfOthersAreExternalAndPathsStartAtTheFolder() {
    var mounts =
        List.of(
            mount("bind", Optional.empty(), "/srv/shop/conf", "/conf"),
            mount("bind", Optional.empty(), "/etc/hosts", "/hosts"),
            mount("volume", Optional.of("data"), "/var", "/data"),
            mount("bind", Optional.empty(), "/a:b", "/colon"),
            mount("volume", Optional.of("0".repeat(64)), "/var", "/image"),
            mount("volume", Optional.of("1".repeat(64)), "/var", "/anonymous"));
    var web = container("web", Map.of(), mounts, details(Map.of()));
    var volumes =
        Ordered.map(
            Map.of("data", new ObservedVolume("data", "local", Ordered.map(), Ordered.map())));
    var found = new FoundContainers(List.of(found(web)), Ordered.map(), volumes);

    assertThat(yaml(Optional.of(Path.of("/srv/shop")), found))
        .isEqualTo(
            """
            services:
              web:
                image: busybox
                volumes:
                  - "./conf:/conf"
                  - /etc/hosts:/hosts
                  - data:/data
                  - type: bind
                    source: /a:b
                    target: /colon
                  - /anonymous
            volumes:
              data:
                name: data
                external: true
            """);
  }

  @Test
  void containersOfOneProjectBecomeThatProject() {
    var found =
        new FoundContainers(
            List.of(
                found(replica("shop", "web", 1, "db:service_healthy:true")),
                found(replica("shop", "web", 2, "db:service_healthy:true")),
                found(replica("shop", "db", 1, "gone:service_started:false"))),
            Ordered.map(Map.of("shop_default", network("shop_default", "shop", "default"))),
            Ordered.map());

    assertThat(yaml(Optional.empty(), found))
        .isEqualTo(
            """
            name: shop
            services:
              db:
                image: busybox
              web:
                image: busybox
                depends_on:
                  db:
                    condition: service_healthy
                    restart: true
                scale: 2
            """);
  }

  @Test
  void networksAndVolumesOfTheProjectAreMadeAgainAsTheyWere() {
    var attributes =
        new TreeMap<>(
            Map.of(
                "driver", "macvlan",
                "internal", "true",
                "enable_ipv6", "false",
                "driver_opts.parent", "eth0"));
    var labels =
        Ordered.map(
            Map.of(
                "com.docker.compose.project", "shop",
                "com.docker.compose.network", "default",
                "com.docker.compose.volume", "data"));
    var network = new ObservedNetwork("1", "shop_default", Ordered.map(attributes), labels);
    var data =
        new ObservedVolume("shop_data", "local", Ordered.map(Map.of("type", "tmpfs")), labels);
    var found =
        new FoundContainers(
            List.of(found(replica("shop", "web", 1, ""))),
            Ordered.map(Map.of("shop_default", network)),
            Ordered.map(Map.of("shop_data", data)));

    assertThat(yaml(Optional.empty(), found))
        .endsWith(
            """
                driver: macvlan
                internal: true
                driver_opts:
                  parent: eth0
            volumes:
              data:
                driver_opts:
                  type: tmpfs
            """);
  }

  @Test
  void servicesOfOneNameInTwoProjectsStayTwo() {
    var found =
        new FoundContainers(
            List.of(found(replica("shop", "web", 1, "")), found(replica("blog", "web", 1, ""))),
            Ordered.map(
                Map.of(
                    "shop_default", network("shop_default", "shop", "default"),
                    "blog_default", network("blog_default", "blog", "default"))),
            Ordered.map());

    assertThat(yaml(Optional.empty(), found))
        .isEqualTo(
            """
            services:
              blog-web-1:
                image: busybox
                networks:
                  blog_default:
                    aliases:
                      - web
              web:
                image: busybox
                networks:
                  shop_default: null
            networks:
              blog_default:
                name: blog_default
                external: true
              shop_default:
                name: shop_default
                external: true
            """);
  }

  @Test
  void aNamespaceOfAnotherContainerIsThatOfItsService() {
    var db = replica("shop", "db", 1, "");
    var web =
        container(
            "side",
            Map.of(),
            List.of(),
            details(Map.of("network_mode", "container:" + db.id(), "pid", "container:other")));
    var found = new FoundContainers(List.of(found(db), found(web)), Ordered.map(), Ordered.map());

    assertThat(yaml(Optional.empty(), found))
        .contains("network_mode: service:db\n", "pid: container:other\n");
  }

  private static String yaml(ObservedContainer container) {
    return DocumentWriter.yaml(file(container).content());
  }

  private static GeneratedFile file(ObservedContainer container) {
    return GeneratedFile.of(
        Optional.empty(),
        Optional.empty(),
        new FoundContainers(List.of(found(container)), Ordered.map(), Ordered.map()));
  }

  private static String yaml(Optional<Path> folder, FoundContainers found) {
    Optional<ProjectName> name = Optional.empty();
    return DocumentWriter.yaml(GeneratedFile.of(name, folder, found).content());
  }

  private static Found found(ObservedContainer container) {
    return new Found(container, container.details().orElseThrow(), Optional.of(BUSYBOX));
  }

  private static ObservedNetwork network(String name, String project, String key) {
    return new ObservedNetwork(
        "1",
        name,
        Ordered.map(Map.of("driver", "bridge")),
        Ordered.map(
            Map.of("com.docker.compose.project", project, "com.docker.compose.network", key)));
  }

  private static ObservedMount mount(
      String type, Optional<String> name, String source, String target) {
    return new ObservedMount(type, name, source, target, false);
  }

  private static ContainerDetails details(Map<String, String> attributes) {
    return new ContainerDetails(
        List.of("sh"),
        List.of(),
        Ordered.map(Map.of("PATH", "/bin")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Ordered.map(attributes),
        List.of(),
        List.of());
  }

  private static ObservedContainer replica(
      String project, String service, int number, String dependencies) {
    var labels = new LinkedHashMap<String, String>();
    labels.put("com.docker.compose.project", project);
    labels.put("com.docker.compose.service", service);
    labels.put("com.docker.compose.container-number", Integer.toString(number));
    labels.put("com.docker.compose.depends_on", dependencies);
    var name = project + "-" + service + "-" + number;
    var network = project + "_default";
    var details =
        details(
            Map.of("networks." + network + ".aliases", name + " " + service + " " + idOf(name)));
    return container(name, labels, List.of(), details, network);
  }

  private static ObservedContainer container(
      String name,
      Map<String, String> labels,
      List<ObservedMount> mounts,
      ContainerDetails details,
      String... networks) {
    SequencedMap<String, ObservedEndpoint> endpoints = new LinkedHashMap<>();
    for (String network : networks) {
      endpoints.put(network, new ObservedEndpoint("1", Optional.empty(), Optional.empty()));
    }
    return new ObservedContainer(
        new ContainerId(idOf(name)),
        name,
        new ObservedContainer.ContainerImage("busybox", IMAGE),
        Ordered.map(labels),
        new ContainerStatus(
            ContainerStatus.State.RUNNING, ContainerStatus.Health.NONE, Optional.empty(), "Up"),
        endpoints,
        mounts,
        List.of(),
        "sh",
        Instant.EPOCH,
        Optional.of(details));
  }

  private static String idOf(String name) {
    return Integer.toHexString(name.hashCode());
  }
}
