package dev.jcompose.executor.docker.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// What stands before the body of an answer.
///
/// @param status e.g. 200
/// @param headers by their names in small letters
record AnswerHead(String version, int status, SequencedMap<String, List<String>> headers) {
  private static final int MOST_BYTES = 1 << 18;
  private static final int SWITCHED = 101;

  /// Reads the head, over interim ones.
  ///
  /// @throws NoAnswerException if the line ended before the first byte
  static AnswerHead read(InputStream input) throws IOException {
    AnswerHead head = one(input);
    while (head.status / 100 == 1 && head.status != SWITCHED) {
      head = one(input);
    }
    return head;
  }

  private static AnswerHead one(InputStream input) throws IOException {
    String first = line(input);
    String[] parts = first.split(" ", 3);
    if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("[1-9]\\d\\d")) {
      throw new ProtocolException("what answers there does not speak HTTP");
    }
    SequencedMap<String, List<String>> headers = new LinkedHashMap<>();
    for (String line = line(input); !line.isEmpty(); line = line(input)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers
            .computeIfAbsent(
                line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
    return new AnswerHead(parts[0], Integer.parseInt(parts[1]), headers);
  }

  /// Reads a line, without its end.
  static String line(InputStream input) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next;
    while ((next = input.read()) != '\n') {
      if (next < 0) {
        throw line.size() == 0 ? new NoAnswerException() : cutOff();
      }
      if (line.size() > MOST_BYTES) {
        throw new ProtocolException("the answer has a line without an end");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  static IOException cutOff() {
    return new EOFException("the answer was cut off");
  }

  /// Whether both sides are free to send what they like from here on.
  boolean isSwitched() {
    return status == SWITCHED;
  }

  /// Whether this status never has a body.
  boolean isBodiless() {
    return status == 204 || status == 304;
  }

  boolean isChunked() {
    return header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent();
  }

  Optional<Long> length() throws ProtocolException {
    Optional<String> length = header("content-length");
    if (length.filter(digits -> !digits.matches("\\d{1,18}")).isPresent()) {
      throw new ProtocolException("the length of the answer is not a number");
    }
    return length.map(Long::valueOf);
  }

  /// Whether the line may be used again after the body.
  boolean keepsLine() {
    return version.equals("HTTP/1.1")
        && header("connection").filter("close"::equalsIgnoreCase).isEmpty();
  }

  private Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(List::getFirst);
  }
}
