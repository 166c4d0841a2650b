package dev.jcompose.model;

/// An amount of memory or disk in bytes. Negative values mean what the attribute says (`-1`: no
/// limit).
public record ByteSize(long bytes) {
  @Override
  public String toString() {
    return Long.toString(bytes);
  }
}
