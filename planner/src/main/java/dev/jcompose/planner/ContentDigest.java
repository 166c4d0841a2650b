package dev.jcompose.planner;

import dev.jcompose.model.Sensitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Stands for the content of a config or secret while a plan is made.
///
/// A short content can be guessed from it, so it is shown nowhere; what is written down is {@link
/// FileContents#label}.
public final class ContentDigest {
  private final Sensitive hex;
  private final long bytes;

  private ContentDigest(byte[] digest, long bytes) {
    this.hex = new Sensitive(HexFormat.of().formatHex(digest));
    this.bytes = bytes;
  }

  /// Of that text.
  public static ContentDigest of(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new ContentDigest(sha256().digest(bytes), bytes.length);
  }

  /// Of what can be read there; the stream is read to its end and not closed.
  public static ContentDigest of(InputStream content) throws IOException {
    var digest = sha256();
    var length = new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
    return new ContentDigest(digest.digest(), length);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// How long it is.
  long bytes() {
    return bytes;
  }

  String reveal() {
    return hex.reveal();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentDigest that && hex.equals(that.hex);
  }

  @Override
  public int hashCode() {
    return hex.hashCode();
  }

  @Override
  public String toString() {
    return hex.toString();
  }
}
