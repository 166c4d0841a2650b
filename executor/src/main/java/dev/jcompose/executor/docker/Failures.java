package dev.jcompose.executor.docker;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.EngineException.Kind;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.json.MalformedJsonException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Turns what goes wrong into {@link EngineException}s that stand alone.
final class Failures {
  private Failures() {}

  /// What the engine answered to a call that it did not carry out.
  ///
  /// @param doing what was tried on what, e.g. `start container web-1`
  /// @param body JSON with a message, or plain text
  static EngineException refused(String doing, int status, String body) {
    return refused(doing, kind(status, body), message(status, body));
  }

  static EngineException refused(String doing, Kind kind, String message) {
    return new EngineException(kind, "cannot " + doing + ": " + EngineAdvice.added(message));
  }

  /// Nobody answers at the address.
  static EngineException unreachable(EngineAddress address, IOException cause) {
    return new EngineException(
        Kind.UNREACHABLE,
        "cannot reach an engine at " + address + ": " + reason(address, cause) + hint(address),
        cause);
  }

  /// The address asks for encryption, and its certificates are not to be had.
  static EngineException noEncryption(EngineAddress address, String reason) {
    return new EngineException(
        Kind.UNREACHABLE, "cannot reach an engine at " + address + ": " + reason);
  }

  /// The connection ended in the middle of an answer.
  static EngineException broken(String doing, EngineAddress address, IOException cause) {
    return new EngineException(
        Kind.UNREACHABLE,
        "cannot " + doing + ": the connection to " + address + " broke: " + firstLine(cause),
        cause);
  }

  static String firstLine(Throwable failure) {
    String text =
        Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
    return text.lines().findFirst().orElse(text);
  }

  /// The engine's own words in a body.
  static String message(int status, String body) {
    String text = body.strip();
    if (text.startsWith("{")) {
      try {
        text = Json.text(JsonValue.parse(text).path("message")).orElse(text);
      } catch (MalformedJsonException e) {
        // Then the body itself is the best there is.
      }
    }
    return text.isEmpty() ? "the engine answered with status " + status : text.strip();
  }

  private static Kind kind(int status, String body) {
    if (status == 404) {
      return Kind.NOT_FOUND;
    }
    boolean inUse =
        status == 409
            || body.contains("active endpoints")
            || body.contains("port is already allocated")
            || body.contains("address already in use");
    return inUse ? Kind.CONFLICT : Kind.OTHER;
  }

  private static String reason(EngineAddress address, IOException cause) {
    if (address.uri().getScheme().equals("unix")) {
      Path socket = Path.of(address.uri().getPath());
      if (!Files.exists(socket)) {
        return "there is no such socket";
      }
      if (!Files.isWritable(socket)) {
        return "you may not use this socket (is your user in its group?)";
      }
      if (cause instanceof ConnectException) {
        return "nobody listens on this socket";
      }
    }
    return firstLine(cause);
  }

  private static String hint(EngineAddress address) {
    return switch (address.origin()) {
      case EngineAddress.Origin.Default() ->
          "; start the engine or install Docker Engine, or set DOCKER_HOST to where one listens";
      case EngineAddress.Origin.HostVariable() ->
          "; start the engine there, or unset DOCKER_HOST to use the default socket";
      case EngineAddress.Origin.Context(String name) ->
          "; start the engine there, or choose another context than \""
              + name
              + "\" with `docker context use`";
    };
  }
}
