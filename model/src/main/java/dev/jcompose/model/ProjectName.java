package dev.jcompose.model;

import java.util.regex.Pattern;

/// The name all resources of a project carry: lower-case letters, digits, `-` and `_`, beginning
/// with a letter or a digit.
public record ProjectName(String value) implements Comparable<ProjectName> {
  private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9_-]*");

  public ProjectName {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a project name: " + value);
    }
  }

  /// Whether `text` may be a project's name as it stands.
  public static boolean isValid(String text) {
    return VALID.matcher(text).matches();
  }

  @Override
  public int compareTo(ProjectName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
