package dev.jcompose;

import java.util.List;
import java.util.regex.Pattern;

/// Something that shows that a service can be used. A health check in the file shows it better, and
/// {@link UpOptions#untilReady()} waits for that.
public sealed interface Condition {
  /// A container has written a line in which the expression is found, since it was made.
  record Line(String expression) implements Condition {
    /// @throws java.util.regex.PatternSyntaxException if it is no regular expression
    public Line {
      var _ = Pattern.compile(expression);
    }

    @Override
    public String toString() {
      return "a line with \"" + expression + "\"";
    }
  }

  /// Something in the container takes connections to a published TCP port.
  record OpenPort(int containerPort) implements Condition {
    @Override
    public String toString() {
      return "an open port " + containerPort;
    }
  }

  /// A published port answers a GET over HTTP with a status below 400.
  ///
  /// @param path begins with `/`
  record HttpAnswer(int containerPort, String path) implements Condition {
    public HttpAnswer {
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("a path begins with `/`: " + path);
      }
    }

    @Override
    public String toString() {
      return "an answer to GET " + path + " at port " + containerPort;
    }
  }

  /// A command in the container ends with exit code 0.
  record Success(List<String> command) implements Condition {
    public Success {
      command = List.copyOf(command);
    }

    @Override
    public String toString() {
      return "the success of " + String.join(" ", command);
    }
  }

  /// A container has written a line in which the regular expression is found, since it was made.
  static Condition line(String expression) {
    return new Line(expression);
  }

  /// Something in the container takes connections to a published TCP port.
  static Condition openPort(int containerPort) {
    return new OpenPort(containerPort);
  }

  /// A published port answers a GET over HTTP with a status below 400.
  static Condition httpAnswer(int containerPort, String path) {
    return new HttpAnswer(containerPort, path);
  }

  /// A command in the container ends with exit code 0.
  static Condition success(String... command) {
    return new Success(List.of(command));
  }
}
