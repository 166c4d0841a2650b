package dev.jcompose.planner;

import dev.jcompose.model.Command;
import dev.jcompose.model.Cpu;
import dev.jcompose.model.Description;
import dev.jcompose.model.Devices;
import dev.jcompose.model.Execution;
import dev.jcompose.model.Extensions;
import dev.jcompose.model.HostNames;
import dev.jcompose.model.Lifecycle;
import dev.jcompose.model.Memory;
import dev.jcompose.model.Namespaces;
import dev.jcompose.model.Networking;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Privileges;
import dev.jcompose.model.RealtimeCpu;
import dev.jcompose.model.Resources;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.Storage;
import dev.jcompose.model.User;
import java.util.List;
import java.util.Optional;

/// A service of which only little is known: everything else in it is left out.
final class BareService {
  private BareService() {}

  static Service of(ServiceName name, Optional<String> image, Lifecycle lifecycle) {
    return new Service(
        name,
        image,
        Optional.empty(),
        execution(),
        networking(),
        storage(),
        resources(),
        privileges(),
        namespaces(),
        lifecycle,
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

  private static Storage storage() {
    return new Storage(List.of(), List.of(), List.of(), List.of(), List.of(), false, Ordered.map());
  }

  private static Resources resources() {
    return new Resources(
        new Cpu(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new RealtimeCpu(Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Memory(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty()),
        Optional.empty(),
        Ordered.map(),
        Optional.empty(),
        new Devices(List.of(), List.of(), List.of()));
  }

  private static Privileges privileges() {
    return new Privileges(
        false, List.of(), List.of(), List.of(), Ordered.map(), Optional.empty(), false);
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
}
