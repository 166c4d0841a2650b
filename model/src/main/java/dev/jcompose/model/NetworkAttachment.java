package dev.jcompose.model;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What a service asks of one of its networks.
///
/// @param priority higher is attached first
/// @param gatewayPriority the highest among the networks becomes the default gateway
/// @param stated whether the file gives it a body, if only `{}`; the config hash tells that from
///   none
public record NetworkAttachment(
    List<String> aliases,
    NetworkAddresses addresses,
    Optional<String> interfaceName,
    SequencedMap<String, String> driverOptions,
    int priority,
    int gatewayPriority,
    boolean stated,
    Extensions extensions) {
  /// Joined without further wishes.
  public static final NetworkAttachment PLAIN =
      new NetworkAttachment(
          List.of(),
          NetworkAddresses.NONE,
          Optional.empty(),
          Ordered.map(),
          0,
          0,
          false,
          Extensions.NONE);

  public NetworkAttachment {
    aliases = List.copyOf(aliases);
    driverOptions = Ordered.map(driverOptions);
  }
}
