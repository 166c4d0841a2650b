package dev.jcompose.model;

/// The key of a service in the Compose file.
public record ServiceName(String value) implements Comparable<ServiceName> {
  @Override
  public int compareTo(ServiceName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
