package dev.jcompose.model;

/// The digest of a definition: 64 hexadecimal digits, as docker compose writes it into the label
/// `com.docker.compose.config-hash`.
public record ConfigHash(String value) {
  @Override
  public String toString() {
    return value;
  }
}
