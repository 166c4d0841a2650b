package dev.jcompose.executor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What a line of a log says, byte for byte; that it is text is likely, and not sure.
public final class LogText {
  private final byte[] bytes;

  private LogText(byte[] bytes) {
    this.bytes = bytes;
  }

  /// These bytes of an array.
  public static LogText of(byte[] array, int from, int to) {
    return new LogText(Arrays.copyOfRange(array, from, to));
  }

  /// That text, in UTF-8.
  public static LogText of(String text) {
    return new LogText(text.getBytes(StandardCharsets.UTF_8));
  }

  /// How many bytes there are.
  public int length() {
    return bytes.length;
  }

  /// A copy of the bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogText text && Arrays.equals(bytes, text.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// As UTF-8, with a replacement character for what is none.
  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
