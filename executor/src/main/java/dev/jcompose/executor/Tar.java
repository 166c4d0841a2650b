package dev.jcompose.executor;

import dev.jcompose.model.Sensitive;
import dev.jcompose.planner.FileUpload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Writes tar archives in the format ustar, with a pax header where a path is too long for it.
///
/// There are no entries for directories: the engine makes those that are missing, while an entry
/// for one that exists would change its owner and mode.
final class Tar {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int PREFIX = 155;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Credentials credentials;

  private Tar(Credentials credentials) {
    this.credentials = credentials;
  }

  /// Tells what {@link FileUpload.Content.Credentials} stands for.
  interface Credentials {
    Sensitive get() throws InterruptedException;
  }

  /// An archive of these files, to be unpacked in the directory they are {@link
  /// FileUpload#within()}.
  ///
  /// @throws EngineException if a file of the host cannot be read
  static byte[] of(List<FileUpload> files, Credentials credentials) throws InterruptedException {
    var tar = new Tar(credentials);
    for (FileUpload file : files) {
      tar.add(file);
    }
    tar.out.writeBytes(new byte[2 * BLOCK]);
    return tar.out.toByteArray();
  }

  private void add(FileUpload file) throws InterruptedException {
    byte[] content = content(file);
    byte[] path =
        file.target()
            .substring(file.within().length())
            .replaceFirst("^/+", "")
            .getBytes(StandardCharsets.UTF_8);
    int slash = slashFor(path);
    if (path.length > NAME && slash < 0) {
      byte[] record = paxRecord("path", path);
      header(new byte[0], "PaxHeader".getBytes(StandardCharsets.UTF_8), 'x', record.length, file);
      body(record);
      header(new byte[0], Arrays.copyOf(path, NAME), '0', content.length, file);
    } else if (path.length > NAME) {
      header(
          Arrays.copyOf(path, slash),
          Arrays.copyOfRange(path, slash + 1, path.length),
          '0',
          content.length,
          file);
    } else {
      header(new byte[0], path, '0', content.length, file);
    }
    body(content);
  }

  /// Where a long path can be cut into prefix and name; negative: nowhere.
  private static int slashFor(byte[] path) {
    for (int i = Math.max(1, path.length - NAME - 1); i < path.length - 1 && i <= PREFIX; i++) {
      if (path[i] == '/') {
        return i;
      }
    }
    return -1;
  }

  private void header(byte[] prefix, byte[] name, char type, int size, FileUpload file) {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    octal(header, 100, 8, file.mode());
    octal(header, 108, 8, file.uid());
    octal(header, 116, 8, file.gid());
    octal(header, 124, 12, size);
    octal(header, 136, 12, 0);
    header[156] = (byte) type;
    put(header, 257, "ustar\00000".getBytes(StandardCharsets.US_ASCII));
    put(header, 345, prefix);
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    octal(header, 148, 7, sum);
    out.writeBytes(header);
  }

  private void body(byte[] content) {
    out.writeBytes(content);
    out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
  }

  private static void put(byte[] header, int at, byte[] value) {
    System.arraycopy(value, 0, header, at, value.length);
  }

  /// Digits filled up with zeros, and a zero byte at the end.
  private static void octal(byte[] header, int at, int width, int value) {
    String digits = Integer.toOctalString(value);
    String filled = "0".repeat(Math.max(0, width - 1 - digits.length())) + digits;
    put(header, at, filled.getBytes(StandardCharsets.US_ASCII));
  }

  /// `LENGTH KEY=VALUE`, where the length counts its own digits.
  private static byte[] paxRecord(String key, byte[] value) {
    int rest = key.length() + value.length + 3;
    int length = rest + String.valueOf(rest).length();
    length = rest + String.valueOf(length).length();
    var record = new ByteArrayOutputStream();
    record.writeBytes((length + " " + key + "=").getBytes(StandardCharsets.US_ASCII));
    record.writeBytes(value);
    record.write('\n');
    return record.toByteArray();
  }

  private byte[] content(FileUpload file) throws InterruptedException {
    return switch (file.content()) {
      case FileUpload.Content.Text(var text) -> bytes(text);
      case FileUpload.Content.Credentials() -> bytes(credentials.get());
      case FileUpload.Content.OfFile(Path path) -> read(path, file.target());
    };
  }

  private static byte[] bytes(Sensitive text) {
    return text.reveal().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] read(Path path, String target) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new EngineException(
          EngineException.Kind.OTHER,
          "cannot read %s, which is to be %s in the container: %s"
              .formatted(path, target, e.getClass().getSimpleName()),
          e);
    }
  }
}
