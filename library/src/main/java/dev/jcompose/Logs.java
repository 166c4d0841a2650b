package dev.jcompose;

/// Which part of logs is read.
public enum Logs {
  /// What has been written so far, merged by time.
  SO_FAR,
  /// That, and then what is written until all containers have ended.
  FOLLOWED,
  /// Only what is written from now on, until all containers have ended.
  FROM_NOW_ON
}
