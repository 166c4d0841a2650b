package dev.jcompose.cli;

import dev.jcompose.cli.command.PluginDescription;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.model.Ordered;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A call by the program `docker`, which knows us as its plugin `compose`.
///
/// `docker --context there compose ps` becomes the arguments `--context there compose ps`. What
/// stands before `compose` are docker's own options; here they are the variables that mean the
/// same.
///
/// @param arguments what the user wrote behind `compose`
/// @param environment the variables, completed by docker's options
record PluginCall(List<String> arguments, SequencedMap<String, String> environment) {
  /// The argument by which docker asks a plugin what it is.
  static final String DESCRIBE = "docker-cli-plugin-metadata";

  private static final String NAME = "compose";

  PluginCall {
    arguments = List.copyOf(arguments);
    environment = Ordered.map(environment);
  }

  /// Empty if it is not docker that calls.
  ///
  /// @throws CommandFailure if an option of docker's cannot be followed
  static Optional<PluginCall> of(List<String> arguments, SequencedMap<String, String> environment) {
    if (!environment.containsKey(PluginDescription.MARK)) {
      return Optional.empty();
    }
    var variables = new TreeMap<>(environment);
    var words = new ArrayDeque<>(arguments);
    while (!words.isEmpty()) {
      var word = words.remove();
      if (word.equals(NAME)) {
        return Optional.of(new PluginCall(List.copyOf(words), variables));
      }
      follow(word, words, variables);
    }
    return Optional.empty();
  }

  /// @param words what follows the option, its value first if it has one
  private static void follow(
      String word, Deque<String> words, SequencedMap<String, String> variables) {
    int equals = word.startsWith("--") ? word.indexOf('=') : -1;
    if (equals > 0) {
      words.addFirst(word.substring(equals + 1));
    }
    switch (equals > 0 ? word.substring(0, equals) : word) {
      case "--config" -> variables.put("DOCKER_CONFIG", words.remove());
      case "-H", "--host" -> variables.put("DOCKER_HOST", words.remove());
      case "-c", "--context" -> {
        variables.remove("DOCKER_HOST");
        variables.put("DOCKER_CONTEXT", words.remove());
      }
      case "-l", "--log-level" -> words.remove();
      case "-D", "--debug" -> {}
      case "--tls", "--tlsverify" -> variables.put("DOCKER_TLS_VERIFY", "1");
      default ->
          throw new CommandFailure(
              "docker's option "
                  + word
                  + " cannot be followed; certificates are looked for in DOCKER_CERT_PATH");
    }
  }
}
