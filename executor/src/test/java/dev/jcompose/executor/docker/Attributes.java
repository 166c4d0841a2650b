package dev.jcompose.executor.docker;

import dev.jcompose.executor.contract.Specs;
import dev.jcompose.model.BlockIo;
import dev.jcompose.model.ByteSize;
import dev.jcompose.model.Command;
import dev.jcompose.model.Cpu;
import dev.jcompose.model.Deploy;
import dev.jcompose.model.DeployResources;
import dev.jcompose.model.DeployRestart;
import dev.jcompose.model.Description;
import dev.jcompose.model.DeviceMapping;
import dev.jcompose.model.DeviceRequest;
import dev.jcompose.model.Devices;
import dev.jcompose.model.Execution;
import dev.jcompose.model.ExposedPort;
import dev.jcompose.model.Extensions;
import dev.jcompose.model.Healthcheck;
import dev.jcompose.model.Hooks;
import dev.jcompose.model.HostNames;
import dev.jcompose.model.Lifecycle;
import dev.jcompose.model.Logging;
import dev.jcompose.model.Memory;
import dev.jcompose.model.Namespaces;
import dev.jcompose.model.Networking;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.PortMapping;
import dev.jcompose.model.PortNotes;
import dev.jcompose.model.PortRange;
import dev.jcompose.model.Privileges;
import dev.jcompose.model.RealtimeCpu;
import dev.jcompose.model.Resources;
import dev.jcompose.model.RestartPolicy;
import dev.jcompose.model.Service;
import dev.jcompose.model.Stopping;
import dev.jcompose.model.Storage;
import dev.jcompose.model.Ulimit;
import dev.jcompose.model.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A service with every attribute that becomes a field of an engine's container.
final class Attributes {
  private static final long MEGABYTE = 1024 * 1024;

  private Attributes() {}

  /// All of them but those that only newer engines know.
  static Service all() {
    return new Service(
        Specs.running().name(),
        Optional.of(Specs.IMAGE),
        Optional.empty(),
        execution(),
        networking(),
        storage(),
        resources(),
        privileges(),
        namespaces(),
        lifecycle(),
        new Description(
            Ordered.map(),
            List.of(),
            Ordered.map(),
            Optional.of(
                new Logging(
                    Optional.of("local"), Ordered.map(Map.of("max-file", "3")), Extensions.NONE)),
            Extensions.NONE),
        Optional.empty(),
        Optional.empty());
  }

  private static Execution execution() {
    return new Execution(
        new Command.Words(List.of("600")),
        new Command.Words(List.of("sleep")),
        Ordered.map(Map.of("A", Optional.of("1=2"))),
        List.of(),
        Optional.of("/srv"),
        new User(Optional.of("1000:1000"), List.of("20", "audio")),
        true,
        true,
        Optional.of(true),
        Ordered.map());
  }

  private static Networking networking() {
    return new Networking(
        Optional.empty(),
        Ordered.map(),
        List.of(
            new PortMapping(
                80,
                Optional.of(new PortRange(18080, 18089)),
                Optional.of("127.0.0.1"),
                "tcp",
                Optional.empty(),
                PortNotes.NONE),
            new PortMapping(
                53, Optional.empty(), Optional.empty(), "udp", Optional.empty(), PortNotes.NONE)),
        List.of(
            new ExposedPort(new PortRange(9000, 9001), Optional.empty()),
            new ExposedPort(new PortRange(9002, 9002), Optional.of("udp"))),
        new HostNames(
            Optional.of("web"),
            Optional.of("example.org"),
            List.of("10.0.0.1"),
            List.of("ndots:2"),
            List.of("example.org"),
            Ordered.map(Map.of("db.example.org", List.of("10.0.0.2", "10.0.0.3")))),
        List.of(),
        List.of(),
        Optional.of("02:42:0a:00:00:05"));
  }

  private static Storage storage() {
    return new Storage(
        List.of(),
        List.of(),
        List.of("/run", "/scratch:size=1m,mode=700"),
        List.of(),
        List.of(),
        true,
        Ordered.map());
  }

  private static Resources resources() {
    Cpu cpu =
        new Cpu(
            Optional.of(0.25),
            Optional.of(512L),
            Optional.empty(),
            Optional.empty(),
            RealtimeCpu.PLAIN,
            Optional.of("0"),
            Optional.empty(),
            Optional.empty());
    Memory memory =
        new Memory(
            Optional.of(new ByteSize(64 * MEGABYTE)),
            Optional.of(new ByteSize(32 * MEGABYTE)),
            Optional.of(new ByteSize(128 * MEGABYTE)),
            Optional.of(0L),
            Optional.of(new ByteSize(16 * MEGABYTE)),
            true,
            Optional.of(500));
    BlockIo blockIo =
        new BlockIo(
            Optional.of(300),
            List.of(new BlockIo.Weight("/dev/null", 400)),
            List.of(new BlockIo.Throttle("/dev/null", 1)),
            List.of(new BlockIo.Throttle("/dev/null", 2)),
            List.of(new BlockIo.Throttle("/dev/null", 3)),
            List.of(new BlockIo.Throttle("/dev/null", 4)));
    Devices devices =
        new Devices(
            List.of(new DeviceMapping("/dev/null", "/dev/nothing", "r", Extensions.NONE)),
            List.of("c 1:3 r"),
            List.of(
                new DeviceRequest(
                    List.of("compute"),
                    Optional.of("nvidia"),
                    Optional.empty(),
                    List.of(),
                    Ordered.map(Map.of("k", "v")))));
    return new Resources(
        cpu,
        memory,
        Optional.of(100L),
        Ordered.map(Map.of("nofile", new Ulimit.Range(1024, 2048))),
        Optional.of(blockIo),
        devices);
  }

  private static Privileges privileges() {
    return new Privileges(
        false,
        List.of("NET_ADMIN"),
        List.of("CHOWN"),
        List.of("no-new-privileges:true", "seccomp:unconfined"),
        Ordered.map(Map.of("net.core.somaxconn", "512")),
        Optional.empty(),
        false);
  }

  private static Namespaces namespaces() {
    return new Namespaces(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("host"),
        Optional.of("private"),
        Optional.of("/jcengine"),
        Optional.empty(),
        Optional.of("runc"),
        Optional.of("linux/amd64"));
  }

  private static Lifecycle lifecycle() {
    return new Lifecycle(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Ordered.map(),
        Optional.of(
            new Healthcheck(
                List.of("CMD-SHELL", "true"),
                false,
                Optional.of(Duration.ofSeconds(7)),
                Optional.of(Duration.ofSeconds(3)),
                Optional.of(5L),
                Optional.of(Duration.ofMillis(1500)),
                Optional.empty(),
                Extensions.NONE)),
        Optional.of(new RestartPolicy(RestartPolicy.Condition.ON_FAILURE, Optional.of(3))),
        new Stopping(Optional.of("SIGUSR1"), Optional.of(Duration.ofMillis(61_500))),
        Hooks.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// What `deploy` says over a service's own attributes.
  static Deploy deploy() {
    DeployResources resources =
        new DeployResources(
            Optional.of(
                new DeployResources.Limits(
                    Optional.of(0.5),
                    Optional.of(new ByteSize(50 * MEGABYTE)),
                    Optional.of(50L),
                    Extensions.NONE)),
            Optional.of(
                new DeployResources.Reservations(
                    Optional.empty(),
                    Optional.of(new ByteSize(20 * MEGABYTE)),
                    List.of(
                        new DeviceRequest(
                            List.of("gpu"),
                            Optional.empty(),
                            Optional.empty(),
                            List.of("7"),
                            Ordered.map())),
                    List.of(),
                    Extensions.NONE)),
            Extensions.NONE);
    DeployRestart restart =
        new DeployRestart(
            Optional.of("on-failure"),
            Optional.empty(),
            Optional.of(9L),
            Optional.empty(),
            Extensions.NONE);
    return new Deploy(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Ordered.map(),
        Optional.of(resources),
        Optional.of(restart),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Extensions.NONE);
  }
}
