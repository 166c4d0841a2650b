package dev.jcompose.executor.docker;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An engine behind `ssh://[USER@]HOST[:PORT][/SOCKET]`.
///
/// @param host also one that only the configuration of ssh knows
/// @param socket where the engine listens there; left out: where docker's own client finds it
record SshAddress(
    Optional<String> user, String host, Optional<String> port, Optional<String> socket) {
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:(?<user>[^@]*)@)?(?<host>\\[[^]]+]|[^:@\\[\\]]+)(?::(?<port>\\d+))?");

  /// @throws IllegalArgumentException if it is none, in words that do not repeat it
  static SshAddress parse(URI uri) {
    Matcher parts = AUTHORITY.matcher(String.valueOf(uri.getAuthority()));
    if (uri.getAuthority() == null || !parts.matches()) {
      throw new IllegalArgumentException("it names no host");
    }
    Optional<String> user = Optional.ofNullable(parts.group("user"));
    if (user.filter(name -> name.contains(":")).isPresent()) {
      throw new IllegalArgumentException(
          "a password has no place in an address; ssh has keys, and asks for none");
    }
    if (uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException("behind the host only the path of a socket may stand");
    }
    return new SshAddress(
        user,
        parts.group("host").replaceAll("[\\[\\]]", ""),
        Optional.ofNullable(parts.group("port")),
        Optional.of(uri.getPath()).filter(path -> path.length() > 1));
  }

  /// The command whose input and output lead to the engine, as docker's own client runs it. How one
  /// gets there, and as whom, is said in the configuration of ssh.
  List<String> command(CliConfig config) {
    List<String> words = new ArrayList<>();
    // Without a terminal ssh asks nobody, and an interrupt there does not reach it.
    config.installed("setsid").ifPresent(words::add);
    words.addAll(List.of(config.program("ssh"), "-o", "ConnectTimeout=30", "-T"));
    user.ifPresent(name -> words.addAll(List.of("-l", name)));
    port.ifPresent(number -> words.addAll(List.of("-p", number)));
    words.addAll(List.of("--", host, "docker"));
    socket.ifPresent(path -> words.addAll(List.of("--host", quoted("unix://" + path))));
    words.addAll(List.of("system", "dial-stdio"));
    return words;
  }

  /// As the shell on the other side takes it for one word.
  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
