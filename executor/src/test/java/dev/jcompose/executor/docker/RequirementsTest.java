package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.contract.Specs;
import dev.jcompose.executor.contract.Trial;
import dev.jcompose.model.Description;
import dev.jcompose.model.DeviceMapping;
import dev.jcompose.model.Devices;
import dev.jcompose.model.Extensions;
import dev.jcompose.model.Healthcheck;
import dev.jcompose.model.Mount;
import dev.jcompose.model.MountPoint;
import dev.jcompose.model.Network;
import dev.jcompose.model.NetworkAddresses;
import dev.jcompose.model.NetworkAttachment;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.Service;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerMount;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.Endpoint;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is refused on an old engine, and how it is written for a new one.
final class RequirementsTest {
  private static final ApiVersion OLD = new ApiVersion(1, 41);
  private static final ApiVersion NEW = new ApiVersion(1, 51);

  private final Specs specs = new Specs(new ProjectName("shop"));

  @Test
  void allThatAnOldEngineLacksIsNamedAtOnce() {
    Trial.refused(EngineException.Kind.UNSUPPORTED, () -> Requirements.check(demanding(specs), OLD))
        .withMessage(
            "cannot make container shop-web-1: "
                + "`annotations` needs an engine with API 1.43, "
                + "`healthcheck.start_interval` needs an engine with API 1.44, "
                + "`devices` needs an engine with API 1.44, "
                + "`volumes[/sub].volume.subpath` needs an engine with API 1.45, "
                + "`volumes[/image].type: image` needs an engine with API 1.48, "
                + "`volumes[/ro].bind.recursive: readonly` needs an engine with API 1.44, "
                + "`networks.shop_back.interface_name` needs an engine with API 1.49, "
                + "`networks.shop_back.gw_priority` needs an engine with API 1.48, "
                + "`networks.shop_back.mac_address` needs an engine with API 1.44"
                + "; this one speaks 1.41");
  }

  @Test
  void aNewEngineIsToldAll() {
    Requirements.check(demanding(specs), NEW);
    ContainerSpec spec = demanding(specs);
    ContainerJson json = ContainerJson.of(spec, spec.labels(), _ -> new ContainerId("0"), NEW);

    assertThat(json.config().toString()).contains("\"StartInterval\":1000000000");
    assertThat(json.host().toString())
        .contains("\"Annotations\":{\"a\":\"b\"}")
        .contains("{\"Driver\":\"cdi\",\"DeviceIDs\":[\"vendor.com/gpu=0\"]}")
        .contains("\"VolumeOptions\":{\"Subpath\":\"part\"}")
        .contains("\"Type\":\"image\",\"Target\":\"/image\",\"Source\":\"busybox\"")
        .contains("\"BindOptions\":{\"CreateMountpoint\":true,\"ReadOnlyForceRecursive\":true}");
    Endpoint back = spec.endpoints().get(1);
    assertThat(NetworkingJson.endpoint(back, back.attachment().addresses().macAddress()).toString())
        .contains("\"DriverOpts\":{\"com.docker.network.endpoint.ifname\":\"eth7\"}")
        .contains("\"MacAddress\":\"02:42:0a:00:00:06\"")
        .contains("\"GwPriority\":9");
  }

  @Test
  void aVolumeKeepsItsSelinuxLabel() {
    var volume =
        new ContainerMount.NamedVolume(
            "data", Specs.at("/data"), Optional.empty(), Optional.of("Z"));
    ContainerSpec spec = specs.of(Specs.running(), List.of(volume), List.of());

    ContainerJson json = ContainerJson.of(spec, spec.labels(), _ -> new ContainerId("0"), NEW);
    assertThat(json.host().toString()).contains("\"Binds\":[\"data:/data:rw,Z\"]");
  }

  @Test
  void ipv4CannotBeSwitchedOffOnAnOldEngine() {
    Network plain = specs.network("front");
    Network without =
        new Network(
            plain.key(),
            plain.name(),
            false,
            plain.driver(),
            plain.driverOptions(),
            new Network.Reach(false, false, Optional.of(false), Optional.of(true)),
            plain.ipam(),
            plain.labels(),
            plain.extensions());

    Trial.refused(EngineException.Kind.UNSUPPORTED, () -> Requirements.check(without, OLD))
        .withMessageContaining("`enable_ipv4` needs an engine with API 1.48");
    Requirements.check(without, NEW);
  }

  @Test
  void whatAnEngineLacksIsKnownBeforeAnythingIsDone() {
    var step = new Operation.CreateContainer(demanding(specs));

    assertThat(Requirements.ofStep(step, NEW)).isEmpty();
    assertThat(Requirements.ofStep(step, OLD).map(Problem::describe).orElseThrow())
        .startsWith("service web: `annotations` needs an engine with API 1.43, ")
        .endsWith("; this one speaks 1.41");
  }

  @Test
  void noEngineCanDoTwoFormsOfAMountAtOnce() {
    var options =
        new Mount.BindOptions(
            Optional.empty(),
            Optional.of(false),
            Optional.empty(),
            Optional.of("Z"),
            Extensions.NONE);
    var bind = new ContainerMount.Bind("/etc", Specs.at("/m"), Optional.of(options));
    var spec = specs.of(Specs.running(), List.of(bind), List.of());

    assertThat(Requirements.ofStep(new Operation.CreateContainer(spec), NEW))
        .hasValueSatisfying(problem ->
            assertThat(problem.describe())
                .contains("`bind.selinux` of `volumes[/m]`")
                .contains("without `bind.create_host_path`"));
  }

  /// A container with all that only new engines know.
  static ContainerSpec demanding(Specs specs) {
    MountPoint readOnly = new MountPoint("/ro", true, Optional.empty(), Extensions.NONE);
    List<ContainerMount> mounts =
        List.of(
            new ContainerMount.NamedVolume(
                specs.volume("data").name(),
                Specs.at("/sub"),
                Optional.of(
                    new Mount.VolumeOptions(
                        Ordered.map(), false, Optional.of("part"), Extensions.NONE))),
            new ContainerMount.OfImage("busybox", Specs.at("/image"), Optional.empty()),
            new ContainerMount.Bind(
                "/etc",
                readOnly,
                Optional.of(
                    new Mount.BindOptions(
                        Optional.empty(),
                        Optional.of(true),
                        Optional.of("readonly"),
                        Optional.empty(),
                        Extensions.NONE))));
    return specs.of(service(), mounts, List.of(specs.endpoint("front"), back(specs)));
  }

  private static Endpoint back(Specs specs) {
    var addresses =
        new NetworkAddresses(
            Optional.empty(), Optional.empty(), List.of(), Optional.of("02:42:0a:00:00:06"));
    return new Endpoint(
        specs.project() + "_back",
        List.of(),
        new NetworkAttachment(
            List.of(), addresses, Optional.of("eth7"), Ordered.map(), 0, 9, true, Extensions.NONE),
        List.of());
  }

  private static Service service() {
    Service plain = Specs.running();
    var check =
        new Healthcheck(
            List.of("CMD", "true"),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Duration.ofSeconds(5)),
            Optional.of(Duration.ofSeconds(1)),
            Extensions.NONE);
    var device = new DeviceMapping("vendor.com/gpu=0", "vendor.com/gpu=0", "rwm", Extensions.NONE);
    return plain
        .withResources(
            plain.resources().withDevices(new Devices(List.of(device), List.of(), List.of())))
        .withLifecycle(plain.lifecycle().withHealthcheck(check))
        .withDescription(
            new Description(
                Ordered.map(),
                List.of(),
                Ordered.map(Map.of("a", "b")),
                Optional.empty(),
                Extensions.NONE));
  }
}
