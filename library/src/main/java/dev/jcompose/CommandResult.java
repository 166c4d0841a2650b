package dev.jcompose;

/// How a command in a container ended.
///
/// @param output what it wrote to standard output
/// @param error what it wrote to standard error
public record CommandResult(int exitCode, String output, String error) {
  /// Whether it ended with exit code 0.
  public boolean succeeded() {
    return exitCode == 0;
  }
}
