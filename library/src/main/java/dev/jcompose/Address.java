package dev.jcompose;

import java.net.InetSocketAddress;

/// Where a port of a container can be reached from this machine.
///
/// @param host a name or an IP address, an IPv6 one without brackets
public record Address(String host, int port) {
  /// `host:port`, with brackets round an IPv6 address.
  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /// The same for sockets.
  public InetSocketAddress socketAddress() {
    return new InetSocketAddress(host, port);
  }
}
