package dev.jcompose.planner;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Command;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which attributes of a service are compared with what an inspection tells of a container, when
/// the digest on it is of another version.
class FieldComparisonTest {
  /// An attribute, two lines of it, and the field that is seen to differ: when the second line is
  /// in place of the first, and, behind a `+`, also when the line is taken out.
  private static final String COMPARED =
      """
      annotations | annotations: {a: x} | annotations: {a: y} | annotations.a
      blkio_config | blkio_config: {weight: 300} | blkio_config: {weight: 400} | +blkio_config.weight
      cap_add | cap_add: [NET_ADMIN] | cap_add: [CAP_SYS_TIME] | +cap_add
      cap_drop | cap_drop: [CHOWN] | cap_drop: [KILL] | +cap_drop
      cgroup | cgroup: host | cgroup: private | cgroup
      cgroup_parent | cgroup_parent: /a | cgroup_parent: /b | +cgroup_parent
      command | command: [a] | command: [b] | +command
      configs | configs: [{source: c, target: /one}] | configs: [{source: c, target: /two}] | +volumes./one
      container_name | container_name: one | container_name: two | +container_name
      cpu_count | cpu_count: 1 | cpu_count: 2 | +cpu_count
      cpu_percent | cpu_percent: 10 | cpu_percent: 20 | +cpu_percent
      cpu_period | cpu_period: 10000 | cpu_period: 20000 | +cpu_period
      cpu_quota | cpu_quota: 10000 | cpu_quota: 20000 | +cpu_quota
      cpu_rt_period | cpu_rt_period: 1000 | cpu_rt_period: 2000 | +cpu_rt_period
      cpu_rt_runtime | cpu_rt_runtime: 1000 | cpu_rt_runtime: 2000 | +cpu_rt_runtime
      cpu_shares | cpu_shares: 100 | cpu_shares: 200 | +cpu_shares
      cpus | cpus: 0.5 | cpus: 1 | +cpus
      cpuset | cpuset: "0" | cpuset: "1" | +cpuset
      deploy | deploy: {resources: {limits: {memory: 64m}}} | deploy: {resources: {limits: {memory: 32m}}} | +mem_limit
      device_cgroup_rules | device_cgroup_rules: ["c 1:3 r"] | device_cgroup_rules: ["c 1:3 w"] | +device_cgroup_rules
      devices | devices: ["/dev/null:/dev/a"] | devices: ["/dev/null:/dev/b"] | +devices
      dns | dns: 10.0.0.1 | dns: 10.0.0.2 | +dns
      dns_opt | dns_opt: ["ndots:1"] | dns_opt: ["ndots:2"] | +dns_opt
      dns_search | dns_search: a.test | dns_search: b.test | +dns_search
      domainname | domainname: a | domainname: b | +domainname
      entrypoint | entrypoint: [a] | entrypoint: [b] | +entrypoint
      environment | environment: {A: x} | environment: {A: y} | +environment.A
      expose | expose: ["1"] | expose: ["2"] | expose
      external_links | external_links: ["out:a"] | external_links: ["out:b"] | +networks.shop_default.links
      extra_hosts | extra_hosts: ["a:10.0.0.1"] | extra_hosts: ["a:10.0.0.2"] | +extra_hosts
      gpus | gpus: [{count: 1, options: {a: x}}] | gpus: [{count: 1, options: {a: y}}] | +gpus
      group_add | group_add: [a] | group_add: [b] | +group_add
      healthcheck | healthcheck: {test: [CMD, a]} | healthcheck: {test: [CMD, b]} | +healthcheck.test
      hostname | hostname: one | hostname: two | +hostname
      image | image: i | image: j | image
      init | init: true | init: false | +init
      ipc | ipc: shareable | ipc: host | ipc
      isolation | isolation: a | isolation: b | isolation
      labels | labels: {a: x} | labels: {a: y} | +labels.a
      links | links: [db:one] | links: [db:two] | +networks.shop_default.links
      logging | logging: {driver: local} | logging: {driver: none} | logging.driver
      mac_address | mac_address: 02:42:0A:00:00:05 | mac_address: 02:42:0a:00:00:06 | +mac_address
      mem_limit | mem_limit: 64m | mem_limit: 32m | +mem_limit
      mem_reservation | mem_reservation: 64m | mem_reservation: 32m | +mem_reservation
      mem_swappiness | mem_swappiness: 1 | mem_swappiness: 2 | +mem_swappiness
      memswap_limit | memswap_limit: 64m | memswap_limit: 32m | memswap_limit
      network_mode | network_mode: host | network_mode: none | +network_mode
      networks | networks: {default: {ipv4_address: 10.9.0.2}} | networks: {default: {ipv4_address: 10.9.0.3}} | +networks.shop_default.ipv4_address
      networks | networks: {default: {aliases: [a]}} | networks: {default: {aliases: [b]}} | networks.shop_default.aliases
      networks | networks: {default: {gw_priority: 1}} | networks: {default: {gw_priority: -2}} | +networks.shop_default.gw_priority
      networks | networks: {default: {driver_opts: {a: x}}} | networks: {default: {driver_opts: {a: y}}} | networks.shop_default.driver_opts.a
      networks | networks: {default: {mac_address: 02:42:0a:00:00:05}} | networks: {default: {mac_address: 02:42:0a:00:00:06}} | networks.shop_default.mac_address
      oom_kill_disable | oom_kill_disable: true | oom_kill_disable: false | +oom_kill_disable
      oom_score_adj | oom_score_adj: 5 | oom_score_adj: -5 | +oom_score_adj
      pid | pid: host | pid: "container:a" | +pid
      pids_limit | pids_limit: 5 | pids_limit: 6 | +pids_limit
      ports | ports: ["80:80"] | ports: ["81:80"] | +ports
      privileged | privileged: true | privileged: false | +privileged
      read_only | read_only: true | read_only: false | +read_only
      restart | restart: always | restart: on-failure:3 | +restart
      runtime | runtime: a | runtime: b | runtime
      secrets | secrets: [{source: s, target: /one}] | secrets: [{source: s, target: /two}] | +volumes./one
      security_opt | security_opt: ["no-new-privileges:true"] | security_opt: ["apparmor:a"] | +security_opt
      shm_size | shm_size: 1m | shm_size: 2m | shm_size
      stdin_open | stdin_open: true | stdin_open: false | +stdin_open
      stop_grace_period | stop_grace_period: 1s | stop_grace_period: 2s | stop_grace_period
      stop_signal | stop_signal: SIGINT | stop_signal: SIGUSR1 | stop_signal
      storage_opt | storage_opt: {size: 1G} | storage_opt: {size: 2G} | +storage_opt.size
      sysctls | sysctls: {a: 1} | sysctls: {a: 2} | +sysctls.a
      tmpfs | tmpfs: /a | tmpfs: /b | +tmpfs
      tty | tty: true | tty: false | +tty
      ulimits | ulimits: {nproc: 1} | ulimits: {nproc: 2} | ulimits.nproc
      user | user: a | user: b | +user
      userns_mode | userns_mode: host | userns_mode: other | +userns_mode
      uts | uts: host | uts: other | +uts
      volumes | volumes: ["/a:/x"] | volumes: ["/b:/x"] | +volumes./x
      volumes_from | volumes_from: [db] | volumes_from: ["db:ro"] | +volumes_from
      working_dir | working_dir: /a | working_dir: /b | +working_dir
      """;

  /// Attributes that are not compared, each with the reason.
  private static final Map<String, String> NOT_COMPARED =
      Map.ofEntries(
          Map.entry("attach", "about the terminal of `up`"),
          Map.entry("build", "about the image, which is compared by its id"),
          Map.entry("credential_spec", "the engine keeps its content, the file its name"),
          Map.entry("depends_on", "about the order of starts, no part of a container"),
          Map.entry("develop", "about `watch`"),
          Map.entry("env_file", "part of the environment"),
          Map.entry("extends", "merged while loading"),
          Map.entry("label_file", "part of the labels"),
          Map.entry("models", "what is told of them is in the environment"),
          Map.entry("platform", "about the image, which is compared by its id"),
          Map.entry("post_start", "no part of a container"),
          Map.entry("pre_start", "no part of a container"),
          Map.entry("pre_stop", "no part of a container"),
          Map.entry("profiles", "about which services are enabled"),
          Map.entry("provider", "there is no container"),
          Map.entry("pull_policy", "about the image, which is compared by its id"),
          Map.entry("pull_refresh_after", "about the image, which is compared by its id"),
          Map.entry("scale", "about the number of containers"),
          Map.entry("use_api_socket", "a mount and a variable"));

  record Row(String attribute, String before, String after, String seen) {
    static Stream<Row> all() {
      return COMPARED
          .lines()
          .map(line -> line.split(" \\| ", -1))
          .map(cells -> new Row(cells[0].strip(), cells[1], cells[2], cells[3].strip()));
    }

    String field() {
      return seen.replace("+", "");
    }
  }

  static Stream<Row> rows() {
    return Row.all();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatIsWrittenOtherwiseIsSeen(Row row) {
    assertThat(changes(row.before(), row.before())).isEmpty();
    assertThat(changes(row.before(), row.after())).contains(row.field());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatIsTakenOutIsSeenUnlessAnEngineMayHavePutItThere(Row row) {
    assertThat(changes(row.before(), "attach: true").contains(row.field()))
        .isEqualTo(row.seen().startsWith("+"));
  }

  @Test
  void everyAttributeIsComparedOrNotForAReason() throws IOException {
    var known = new TreeSet<>(NOT_COMPARED.keySet());
    rows().map(Row::attribute).forEach(known::add);
    assertThat(known).isEqualTo(attributesOfTheSchema());
  }

  private static Set<String> attributesOfTheSchema() throws IOException {
    try (InputStream schema =
        requireNonNull(
            FieldComparisonTest.class.getResourceAsStream(
                "/dev/jcompose/spec/schema/service.json"))) {
      var text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
      var names = new TreeSet<String>();
      Pattern.compile("(?m)^    \"([a-z_]+)\": ")
          .matcher(text)
          .results()
          .forEach(match -> names.add(match.group(1)));
      return names;
    }
  }

  private static Project project(String line) {
    var image = line.startsWith("image:") ? "" : "image: i";
    return Yaml.project(
        """
        services:
          web:
            %s
            %s
          db: {image: i}
        networks: {default: {ipam: {config: [{subnet: 10.9.0.0/24}]}}}
        configs: {c: {file: ./c}}
        secrets: {s: {file: ./s}}
        """
            .formatted(image, line));
  }

  @Test
  void theIdOfAContainerIsShort() {
    assertThat(differences("pid: service:db", "pid: host"))
        .singleElement()
        .satisfies(
            change -> assertThat(change.describe()).matches("pid container:[0-9a-f]{12} -> host"));
  }

  private static List<String> changes(String before, String after) {
    return differences(before, after).stream().map(FieldChange::field).toList();
  }

  /// What differs of a container that was made by another version.
  private static List<FieldChange> differences(String before, String after) {
    var project = project(before);
    var world = World.running(project, "i", "j");
    var name =
        world.names().stream().filter(each -> !each.contains("db")).findFirst().orElseThrow();
    var db = world.named("shop-db-1").id();
    world
        .relabel(name, Labels.VERSION, "2.20.0")
        .relabel(name, Labels.CONFIG_HASH, "of another version")
        .change(name, container -> inspected(project, container, db));
    return world.plan(project(after)).steps().stream()
        .filter(step -> step.operation() instanceof Operation.CreateContainer)
        .flatMap(step ->
            step.cause() instanceof Cause.ConfigurationChanged(var changes)
                ? changes.stream()
                : Stream.<FieldChange>empty())
        .toList();
  }

  private static ObservedContainer inspected(
      Project project, ObservedContainer container, ContainerId db) {
    var service = requireNonNull(project.services().get(new ServiceName("web")));
    var attributes =
        new TreeMap<>(ContainerAttributes.of(service, Map.of(new ServiceName("db"), db)));
    attributes.putAll(EndpointAttributes.of(project, service));
    return Plans.with(
        container,
        new ContainerDetails(
            words(service.execution().command()),
            words(service.execution().entrypoint()),
            environment(service),
            service.execution().user().name(),
            service.execution().workingDir(),
            service
                .networking()
                .hostNames()
                .hostname()
                .or(() -> Optional.of(container.id().brief())),
            Ordered.map(attributes),
            List.of(),
            List.of()));
  }

  private static List<String> words(Command command) {
    return command instanceof Command.Words(var words) ? words : List.of();
  }

  private static SequencedMap<String, String> environment(Service service) {
    var variables = new LinkedHashMap<String, String>();
    service
        .execution()
        .environment()
        .forEach((name, value) -> variables.put(name, value.orElseThrow()));
    return variables;
  }
}
