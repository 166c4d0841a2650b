package dev.jcompose.model;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The names a container has and how it resolves others.
///
/// @param extraHosts addresses by host name, `host-gateway` among them
public record HostNames(
    Optional<String> hostname,
    Optional<String> domainname,
    List<String> dns,
    List<String> dnsOptions,
    List<String> dnsSearch,
    SequencedMap<String, List<String>> extraHosts) {
  /// The engine's own choice.
  public static final HostNames PLAIN =
      new HostNames(
          Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), Ordered.map());

  public HostNames {
    dns = List.copyOf(dns);
    dnsOptions = List.copyOf(dnsOptions);
    dnsSearch = List.copyOf(dnsSearch);
    extraHosts = Ordered.map(extraHosts);
  }
}
