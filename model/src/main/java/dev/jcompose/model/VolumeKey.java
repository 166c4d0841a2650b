package dev.jcompose.model;

/// The key of a volume in the Compose file; what the engine calls it is {@link Volume#name()}.
public record VolumeKey(String value) implements Comparable<VolumeKey> {
  @Override
  public int compareTo(VolumeKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
