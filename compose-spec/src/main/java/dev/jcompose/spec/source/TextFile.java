package dev.jcompose.spec.source;

import dev.jcompose.spec.yaml.YamlReader;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads files in UTF-8 that are no larger than a file that people write, whatever stands behind
/// their name: a device may never end.
public final class TextFile {
  /// Larger files are not read.
  public static final int MOST_BYTES = YamlReader.MOST_CHARACTERS;

  private TextFile() {}

  /// The text of the file; empty if it is larger than {@link #MOST_BYTES}.
  ///
  /// @param malformed what to do about bytes that are not in UTF-8
  public static Optional<String> read(Path file, CodingErrorAction malformed) throws IOException {
    if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
      return Optional.empty();
    }
    try (InputStream in = open(file)) {
      return read(in, malformed);
    }
  }

  /// Opens it in the old way, whose classes every Java has at hand. The new one says better what is
  /// in the way of it, and knows other file systems than the usual one.
  private static InputStream open(Path file) throws IOException {
    try {
      return new FileInputStream(file.toFile());
    } catch (FileNotFoundException | UnsupportedOperationException _) {
      return Files.newInputStream(file);
    }
  }

  /// The same of what comes in there.
  static Optional<String> read(InputStream in, CodingErrorAction malformed) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      return Optional.empty();
    }
    if (malformed.equals(CodingErrorAction.REPLACE) || isAscii(bytes)) {
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }
    return Optional.of(
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(malformed)
            .decode(ByteBuffer.wrap(bytes))
            .toString());
  }

  /// The usual case, in which decoding needs no memory beside the text.
  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
