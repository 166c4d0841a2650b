package dev.jcompose.model;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// How addresses are given out on a network.
public record Ipam(
    Optional<String> driver,
    List<Pool> pools,
    SequencedMap<String, String> options,
    Extensions extensions) {
  public Ipam {
    pools = List.copyOf(pools);
    options = Ordered.map(options);
  }

  /// A range of addresses.
  ///
  /// @param subnet in CIDR form
  /// @param ipRange the part of it that containers get, in CIDR form
  /// @param auxiliaryAddresses addresses to leave out, by host name
  public record Pool(
      Optional<String> subnet,
      Optional<String> gateway,
      Optional<String> ipRange,
      SequencedMap<String, String> auxiliaryAddresses,
      Extensions extensions) {
    public Pool {
      auxiliaryAddresses = Ordered.map(auxiliaryAddresses);
    }
  }
}
