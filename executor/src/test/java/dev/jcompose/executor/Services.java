package dev.jcompose.executor;

import dev.jcompose.model.Command;
import dev.jcompose.model.Cpu;
import dev.jcompose.model.Description;
import dev.jcompose.model.Devices;
import dev.jcompose.model.Execution;
import dev.jcompose.model.Extensions;
import dev.jcompose.model.Healthcheck;
import dev.jcompose.model.Hooks;
import dev.jcompose.model.HostNames;
import dev.jcompose.model.Lifecycle;
import dev.jcompose.model.Memory;
import dev.jcompose.model.Namespaces;
import dev.jcompose.model.Networking;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Privileges;
import dev.jcompose.model.RealtimeCpu;
import dev.jcompose.model.Resources;
import dev.jcompose.model.RestartPolicy;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.Stopping;
import dev.jcompose.model.Storage;
import dev.jcompose.model.User;
import java.util.List;
import java.util.Optional;

/// Services with nothing special about them, for tests of what does not look into them.
final class Services {
  private Services() {}

  /// A service that is made from the image `busybox`.
  static Service plain(String name) {
    return service(name, Optional.empty(), Optional.empty());
  }

  /// A service with a health check.
  static Service checked(String name) {
    var check =
        new Healthcheck(
            List.of("CMD", "true"),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Extensions.NONE);
    return service(name, Optional.of(check), Optional.empty());
  }

  /// A service that is restarted when it ends.
  static Service restarted(String name, RestartPolicy policy) {
    return service(name, Optional.empty(), Optional.of(policy));
  }

  private static Service service(
      String name, Optional<Healthcheck> check, Optional<RestartPolicy> restart) {
    return new Service(
        new ServiceName(name),
        Optional.of("busybox"),
        Optional.empty(),
        execution(),
        networking(),
        new Storage(List.of(), List.of(), List.of(), List.of(), List.of(), false, Ordered.map()),
        resources(),
        new Privileges(
            false, List.of(), List.of(), List.of(), Ordered.map(), Optional.empty(), false),
        namespaces(),
        lifecycle(check, restart),
        new Description(Ordered.map(), List.of(), Ordered.map(), Optional.empty(), Extensions.NONE),
        Optional.empty(),
        Optional.empty());
  }

  private static Execution execution() {
    return new Execution(
        new Command.FromImage(),
        new Command.FromImage(),
        Ordered.map(),
        List.of(),
        Optional.empty(),
        new User(Optional.empty(), List.of()),
        false,
        false,
        Optional.empty(),
        Ordered.map());
  }

  private static Networking networking() {
    return new Networking(
        Optional.empty(),
        Ordered.map(),
        List.of(),
        List.of(),
        new HostNames(
            Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), Ordered.map()),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Resources resources() {
    var cpu =
        new Cpu(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new RealtimeCpu(Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var memory =
        new Memory(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty());
    return new Resources(
        cpu,
        memory,
        Optional.empty(),
        Ordered.map(),
        Optional.empty(),
        new Devices(List.of(), List.of(), List.of()));
  }

  private static Namespaces namespaces() {
    return new Namespaces(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Lifecycle lifecycle(Optional<Healthcheck> check, Optional<RestartPolicy> restart) {
    return new Lifecycle(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Ordered.map(),
        check,
        restart,
        new Stopping(Optional.empty(), Optional.empty()),
        Hooks.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
