package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.contract.Specs;
import dev.jcompose.executor.contract.Trial;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.model.ByteSize;
import dev.jcompose.model.Command;
import dev.jcompose.model.Execution;
import dev.jcompose.model.Extensions;
import dev.jcompose.model.Mount;
import dev.jcompose.model.MountPoint;
import dev.jcompose.model.NetworkAddresses;
import dev.jcompose.model.NetworkAttachment;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Service;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerMount;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the engine says of a container, against what was asked for.
@Tag("engine")
final class AttributesTest {
  /// Fields of an inspection, and what stands there. Weights of block devices are missing: the
  /// engine drops them where the kernel has none.
  private static final String EXPECTED =
      """
      /Config/Cmd ["600"]
      /Config/Domainname "example.org"
      /Config/Entrypoint ["sleep"]
      /Config/Env/0 "A=1=2"
      /Config/ExposedPorts/53~1udp {}
      /Config/ExposedPorts/80~1tcp {}
      /Config/ExposedPorts/9000~1tcp {}
      /Config/ExposedPorts/9001~1tcp {}
      /Config/ExposedPorts/9002~1udp {}
      /Config/Healthcheck {"Test":["CMD-SHELL","true"],"Interval":7000000000,"Timeout":3000000000,"StartPeriod":1500000000,"Retries":5}
      /Config/Hostname "web"
      /Config/MacAddress "02:42:0a:00:00:05"
      /Config/OpenStdin true
      /Config/StopSignal "SIGUSR1"
      /Config/StopTimeout 62
      /Config/Tty true
      /Config/User "1000:1000"
      /Config/WorkingDir "/srv"
      /HostConfig/BlkioDeviceReadBps [{"Path":"/dev/null","Rate":1}]
      /HostConfig/BlkioDeviceReadIOps [{"Path":"/dev/null","Rate":3}]
      /HostConfig/BlkioDeviceWriteBps [{"Path":"/dev/null","Rate":2}]
      /HostConfig/BlkioDeviceWriteIOps [{"Path":"/dev/null","Rate":4}]
      /HostConfig/CapAdd ["NET_ADMIN"]
      /HostConfig/CapDrop ["CHOWN"]
      /HostConfig/CgroupParent "/jcengine"
      /HostConfig/CgroupnsMode "private"
      /HostConfig/CpuShares 512
      /HostConfig/CpusetCpus "0"
      /HostConfig/DeviceCgroupRules ["c 1:3 r"]
      /HostConfig/DeviceRequests [{"Driver":"nvidia","Count":-1,"DeviceIDs":null,"Capabilities":[["compute","gpu"]],"Options":{"k":"v"}}]
      /HostConfig/Devices [{"PathOnHost":"/dev/null","PathInContainer":"/dev/nothing","CgroupPermissions":"r"}]
      /HostConfig/Dns ["10.0.0.1"]
      /HostConfig/DnsOptions ["ndots:2"]
      /HostConfig/DnsSearch ["example.org"]
      /HostConfig/ExtraHosts ["db.example.org:10.0.0.2","db.example.org:10.0.0.3"]
      /HostConfig/GroupAdd ["20","audio"]
      /HostConfig/Init true
      /HostConfig/LogConfig {"Type":"local","Config":{"max-file":"3"}}
      /HostConfig/Memory 67108864
      /HostConfig/MemoryReservation 33554432
      /HostConfig/MemorySwap 134217728
      /HostConfig/MemorySwappiness 0
      /HostConfig/NanoCpus 250000000
      /HostConfig/OomKillDisable true
      /HostConfig/OomScoreAdj 500
      /HostConfig/PidsLimit 100
      /HostConfig/PortBindings/53~1udp [{"HostIp":"","HostPort":""}]
      /HostConfig/PortBindings/80~1tcp [{"HostIp":"127.0.0.1","HostPort":"18080-18089"}]
      /HostConfig/ReadonlyRootfs true
      /HostConfig/RestartPolicy {"Name":"on-failure","MaximumRetryCount":3}
      /HostConfig/Runtime "runc"
      /HostConfig/SecurityOpt ["no-new-privileges=true","seccomp=unconfined"]
      /HostConfig/ShmSize 16777216
      /HostConfig/Sysctls {"net.core.somaxconn":"512"}
      /HostConfig/Tmpfs {"/run":"","/scratch":"size=1m,mode=700"}
      /HostConfig/Ulimits [{"Name":"nofile","Hard":2048,"Soft":1024}]
      /HostConfig/UsernsMode "host"
      /Platform "linux"
      """;

  private static final String DEPLOYED =
      """
      /HostConfig/DeviceRequests/1 {"Driver":"","Count":0,"DeviceIDs":["7"],"Capabilities":[["gpu"]],"Options":null}
      /HostConfig/Memory 52428800
      /HostConfig/MemoryReservation 20971520
      /HostConfig/NanoCpus 500000000
      /HostConfig/NetworkMode "none"
      /HostConfig/PidsLimit 50
      /HostConfig/RestartPolicy {"Name":"on-failure","MaximumRetryCount":9}
      """;

  private final Trial on = new Trial(RealEngine.open());

  @BeforeAll
  static void needsEngine() throws InterruptedException {
    RealEngine.require();
  }

  @AfterEach
  void leaveNothingBehind() throws InterruptedException {
    on.leaveNothingBehind();
  }

  @Test
  void everyAttributeReachesTheEngine() throws InterruptedException {
    on.engine().createNetwork(on.specs().network("front"), on.specs().networkLabels("front"));
    var endpoints = List.of(on.specs().endpoint("front"));
    JsonValue container = inspect(on.create(on.specs().of(Attributes.all(), List.of(), endpoints)));

    assertThat(EXPECTED.lines().filter(line -> !line.equals(line(container, line)))).isEmpty();
  }

  @Test
  void whatDeploySaysGoesFirst() throws InterruptedException {
    Service service = Attributes.all().withDeploy(Attributes.deploy());
    JsonValue container = inspect(on.create(on.specs().of(service)));

    assertThat(DEPLOYED.lines().filter(line -> !line.equals(line(container, line)))).isEmpty();
  }

  /// The same line with what the container has.
  private static String line(JsonValue container, String expected) {
    String field = expected.substring(0, expected.indexOf(' '));
    return field + " " + at(container, field).toJson();
  }

  @Test
  void anEmptyCommandClearsTheImagesOwnAndKeepsItsEntrypoint() throws InterruptedException {
    // The image has a command and no entrypoint, so that nothing is left to run.
    Service service = Specs.running().withExecution(commands(new Command.FromImage(), List.of()));

    Trial.refused(EngineException.Kind.OTHER, () -> on.create(on.specs().of(service)))
        .withMessageContaining("o command specified");
  }

  @Test
  void anEmptyEntrypointClearsTheImagesOwn() throws InterruptedException {
    Service service =
        Specs.running()
            .withExecution(commands(new Command.Words(List.of()), List.of("sleep", "1")));

    JsonValue container = inspect(on.create(on.specs().of(service)));
    assertThat(at(container, "/Config/Entrypoint")).isEqualTo(JsonValue.Nothing.NULL);
    assertThat(at(container, "/Path").asText()).isEqualTo("sleep");
  }

  private static Execution commands(Command entrypoint, List<String> command) {
    Execution plain = Specs.running().execution();
    return new Execution(
        new Command.Words(command),
        entrypoint,
        Ordered.map(Map.of("PATH", Optional.empty())),
        plain.envFiles(),
        plain.workingDir(),
        plain.user(),
        plain.tty(),
        plain.stdinOpen(),
        plain.init(),
        plain.models());
  }

  @Test
  void aMountIsWrittenInTheFormThatCanSayIt() throws InterruptedException {
    MountPoint at = new MountPoint("/m", true, Optional.empty(), Extensions.NONE);
    ContainerSpec spec =
        on.specs()
            .of(
                Specs.running(),
                List.of(
                    new ContainerMount.Bind("/etc", at, Optional.empty()),
                    new ContainerMount.Bind("/etc", Specs.at("/z"), bind("rslave", true, "Z")),
                    new ContainerMount.Bind("/etc", Specs.at("/p"), bind("rslave", false, "")),
                    new ContainerMount.Bind("/etc", Specs.at("/with:colon"), Optional.empty()),
                    new ContainerMount.AnonymousVolume(Specs.at("/a"), Optional.empty()),
                    new ContainerMount.Tmpfs(
                        Specs.at("/t"),
                        Optional.of(
                            new Mount.TmpfsOptions(
                                Optional.of(new ByteSize(1024)),
                                Optional.of(0700),
                                Extensions.NONE)))),
                List.of());
    JsonValue host = inspect(on.create(spec)).path("HostConfig");

    assertThat(host.path("Binds").toJson()).isEqualTo("[\"/etc:/m:ro\",\"/etc:/z:rw,rslave,Z\"]");
    assertThat(host.path("Mounts").toJson())
        .startsWith(
            """
            [{"Type":"bind","Source":"/etc","Target":"/p","BindOptions":{"Propagation":"rslave"}},\
            {"Type":"bind","Source":"/etc","Target":"/with:colon\"\
            """)
        .endsWith(
            """
            {"Type":"volume","Target":"/a"},\
            {"Type":"tmpfs","Target":"/t","TmpfsOptions":{"SizeBytes":1024,"Mode":448}}]\
            """);
  }

  private static Optional<Mount.BindOptions> bind(
      String propagation, boolean create, String selinux) {
    return Optional.of(
        new Mount.BindOptions(
            Optional.of(propagation),
            Optional.of(create),
            Optional.empty(),
            Optional.of(selinux).filter(mode -> !mode.isEmpty()),
            Extensions.NONE));
  }

  @Test
  void anEndpointHasItsAddressesAliasesAndOptions() throws InterruptedException {
    var network = on.specs().network("front");
    on.engine().createNetwork(network, on.specs().networkLabels("front"));
    var addresses =
        new NetworkAddresses(
            Optional.empty(), Optional.empty(), List.of("169.254.1.1"), Optional.empty());
    var attachment =
        new NetworkAttachment(
            List.of(),
            addresses,
            Optional.empty(),
            Ordered.map(Map.of("k", "v")),
            0,
            0,
            true,
            Extensions.NONE);
    Endpoint endpoint =
        new Endpoint(network.name(), List.of("www"), attachment, List.of("other:alias"));

    JsonValue container =
        inspect(on.create(on.specs().of(Specs.running(), List.of(), List.of(endpoint))));
    JsonValue made = container.path("NetworkSettings").path("Networks").path(network.name());
    assertThat(made.path("IPAMConfig").toJson()).isEqualTo("{\"LinkLocalIPs\":[\"169.254.1.1\"]}");
    assertThat(Json.texts(made.path("Aliases"))).contains("www");
    assertThat(Json.texts(made.path("Links"))).containsExactly("other:alias");
    assertThat(made.path("DriverOpts").toJson()).isEqualTo("{\"k\":\"v\"}");
    assertThat(at(container, "/HostConfig/NetworkMode").asText()).isEqualTo(network.name());
  }

  @Test
  void whatOnlyNewEnginesKnowReachesThem() throws InterruptedException {
    assumeTrue(on.engine().info().speaks("1.49"), "the engine is too old");
    on.engine().createNetwork(on.specs().network("front"), on.specs().networkLabels("front"));
    on.engine().createNetwork(on.specs().network("back"), on.specs().networkLabels("back"));
    on.engine().createVolume(on.specs().volume("data"), on.specs().volumeLabels("data"));
    JsonValue container = inspect(on.create(RequirementsTest.demanding(on.specs())));

    assertThat(at(container, "/HostConfig/Annotations/a").asText()).isEqualTo("b");
    assertThat(at(container, "/Config/Healthcheck/StartInterval").asLong())
        .isEqualTo(1_000_000_000);
    assertThat(at(container, "/HostConfig/Mounts/0/VolumeOptions/Subpath").asText())
        .isEqualTo("part");
    assertThat(at(container, "/HostConfig/Mounts/1/Type").asText()).isEqualTo("image");
    JsonValue back =
        container.path("NetworkSettings").path("Networks").path(on.specs().project() + "_back");
    assertThat(back.path("GwPriority").asInt()).isEqualTo(9);
    assertThat(back.path("DriverOpts").toJson()).contains("eth7");
  }

  @Test
  void aPlainServiceLeavesTheEngineItsDefaults() throws InterruptedException {
    JsonValue plain = inspect(on.create(on.specs().of(Specs.running())));

    assertThat(at(plain, "/HostConfig/MemorySwappiness")).isEqualTo(JsonValue.Nothing.NULL);
    assertThat(at(plain, "/HostConfig/PidsLimit")).isEqualTo(JsonValue.Nothing.NULL);
    assertThat(at(plain, "/HostConfig/Init")).isEqualTo(JsonValue.Nothing.MISSING);
    assertThat(at(plain, "/Config/StopTimeout")).isEqualTo(JsonValue.Nothing.MISSING);
    assertThat(at(plain, "/HostConfig/MaskedPaths")).isNotEmpty();
  }

  /// @param path names and indices, each behind a `/`; one in a name is written `~1`
  private static JsonValue at(JsonValue container, String path) {
    JsonValue value = container;
    for (String part : path.substring(1).split("/", -1)) {
      value =
          part.matches("\\d+")
              ? value.path(Integer.parseInt(part))
              : value.path(part.replace("~1", "/"));
    }
    return value;
  }

  private JsonValue inspect(ContainerId id) throws InterruptedException {
    try (Transport transport = new Transport(CliConfig.of(System.getenv()))) {
      return transport.json(Call.get("inspect", "containers", id.value(), "json"));
    }
  }
}
