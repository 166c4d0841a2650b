package dev.jcompose.model;

/// The key of a network in the Compose file; what the engine calls it is {@link Network#name()}.
public record NetworkKey(String value) implements Comparable<NetworkKey> {
  /// The network a service joins when it names none.
  public static final NetworkKey DEFAULT = new NetworkKey("default");

  @Override
  public int compareTo(NetworkKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
