package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.Observer;
import dev.jcompose.executor.Outcome;
import dev.jcompose.executor.Projects;
import dev.jcompose.executor.Reconciler;
import dev.jcompose.executor.RunOptions;
import dev.jcompose.model.ConfigHash;
import dev.jcompose.model.Project;
import dev.jcompose.planner.Cause;
import dev.jcompose.planner.ConfigHasher;
import dev.jcompose.planner.FieldChange;
import dev.jcompose.planner.ObservedState;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.Planner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a container was made from, as a real engine tells it, compared field by field with what is
/// wanted.
@Tag("engine")
@Timeout(120)
class FieldsTest {
  /// Digests that no container bears, so that only a comparison of fields tells.
  private static final ConfigHasher OTHER =
      ConfigHasher.of(
          _ -> new ConfigHash("f".repeat(64)), Projects.HASHER::hash, Projects.HASHER::hash);

  private static final String ALL =
      """
      services:
        web:
          image: busybox
          command: [sleep, "600"]
          entrypoint: []
          environment: {MODE: a, EMPTY: ""}
          user: "1000:1000"
          working_dir: /srv
          group_add: ["20", audio]
          tty: true
          stdin_open: true
          init: true
          hostname: web
          domainname: example.org
          dns: [10.0.0.1]
          dns_opt: ["ndots:2"]
          dns_search: [example.org]
          extra_hosts: ["db:10.0.0.2", "v6=::1"]
          mac_address: 02:42:0a:00:00:05
          ports: ["127.0.0.1:18080-18089:80", "53/udp"]
          expose: ["9000-9001", "9002/udp"]
          networks: {default: {aliases: [front], ipv4_address: 10.213.7.9}}
          cpus: 0.25
          cpu_shares: 512
          cpuset: "0"
          mem_limit: 64m
          mem_reservation: 32m
          memswap_limit: 128m
          mem_swappiness: 0
          shm_size: 16m
          oom_score_adj: 500
          pids_limit: 100
          ulimits: {nofile: {soft: 1024, hard: 2048}, nproc: 512}
          blkio_config: {weight: 300, device_read_bps: [{path: /dev/null, rate: 1k}]}
          devices: ["/dev/null:/dev/nothing:r"]
          device_cgroup_rules: ["c 1:3 r"]
          cap_add: [NET_ADMIN]
          cap_drop: [CAP_CHOWN]
          security_opt: ["no-new-privileges:true", "seccomp:unconfined"]
          sysctls: {net.core.somaxconn: 512}
          ipc: shareable
          pid: host
          cgroup: private
          cgroup_parent: /jcengine
          runtime: runc
          stop_signal: SIGKILL
          stop_grace_period: 61s
          restart: on-failure:3
          read_only: true
          tmpfs: [/run, "/scratch:size=1m"]
          volumes:
            - data:/data
            - /etc/hostname:/etc/name:ro
            - /anonymous
            - {type: tmpfs, target: /memory}
          healthcheck:
            {test: [CMD-SHELL, "true"], interval: 7s, timeout: 3s, retries: 5, start_period: 1500ms}
          logging: {driver: local, options: {max-file: "3"}}
          labels: {tier: front}
      volumes: {data: {}}
      networks: {default: {ipam: {config: [{subnet: 10.213.7.0/24}]}}}
      """;

  /// Attributes that are seen when a plain container is to become one with all of them. The others
  /// are dropped by engines whose machine lacks them, or are told by a mount.
  private static final String SEEN =
      """
      cap_add cap_drop cgroup cgroup_parent cpu_shares cpus cpuset device_cgroup_rules devices dns
      dns_opt dns_search domainname environment.EMPTY environment.MODE expose extra_hosts group_add
      healthcheck.interval healthcheck.retries healthcheck.start_period healthcheck.test
      healthcheck.timeout hostname init ipc labels.tier logging.driver logging.options.max-file
      mem_limit networks.NAME_default.aliases networks.NAME_default.ipv4_address oom_score_adj pid
      ports read_only restart security_opt shm_size stdin_open stop_grace_period
      sysctls.net.core.somaxconn tmpfs tty ulimits.nofile ulimits.nproc user volumes./etc/name
      working_dir\
      """;

  private static final String PLAIN =
      """
      services:
        web:
          image: busybox
          command: [sleep, "600"]
          stop_signal: SIGKILL
          networks: [default]
      networks: {default: {ipam: {config: [{subnet: 10.213.7.0/24}]}}}
      """;

  private static final PlanOptions.Up CREATED =
      new PlanOptions.Up(
          List.of(),
          PlanOptions.Dependencies.INCLUDED,
          PlanOptions.Recreate.DIVERGED,
          PlanOptions.Recreate.DIVERGED,
          PlanOptions.AnonymousOnRecreate.TAKEN_OVER,
          PlanOptions.Orphans.REPORTED,
          PlanOptions.Images.AS_DECLARED,
          PlanOptions.Until.CREATED,
          Optional.empty(),
          List.of());

  @RegisterExtension final OwnProject own = new OwnProject("jcfields");

  private final Engine engine = own.engine();
  private final String name = own.name();

  private Project project(String yaml) {
    return Projects.named(name, yaml);
  }

  private void up(Project project) throws InterruptedException {
    var result =
        new Reconciler(engine, Projects.HASHER, RunOptions.DEFAULT)
            .reconcile(project, CREATED, Reconciler.Audience.SILENT);
    assertThat(result).isEqualTo(new Reconciler.Result.Ended(new Outcome.Completed()));
  }

  /// What a comparison of fields finds.
  private List<FieldChange> changes(Project project) throws InterruptedException {
    ObservedState observed = new Observer(engine, OTHER).observe(project);
    Plan plan = new Planner(OTHER).plan(project, observed, PlanOptions.Up.DEFAULTS);
    return plan.steps().stream()
        .filter(step -> step.operation() instanceof Operation.CreateContainer)
        .flatMap(step ->
            step.cause() instanceof Cause.ConfigurationChanged(var changes)
                ? changes.stream()
                : Stream.empty())
        .toList();
  }

  @Test
  void nothingDiffersFromWhatAContainerWasMadeFrom() throws InterruptedException {
    var project = project(ALL);
    up(project);
    assertThat(changes(project)).isEmpty();
  }

  @Test
  void nothingDiffersForAPlainContainer() throws InterruptedException {
    var project = project(PLAIN);
    up(project);
    assertThat(changes(project)).isEmpty();
    assertThat(changes(project(ALL)))
        .extracting(change -> change.field().replace(name, "NAME"))
        .containsExactlyInAnyOrder(SEEN.split("\\s+"));
  }
}
