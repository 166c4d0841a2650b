package dev.jcompose.spec.source;

import java.util.List;

/// Tells files elsewhere, in git or in a registry, from local ones.
final class RemoteResource {
  private static final List<String> PREFIXES =
      List.of("oci://", "git://", "ssh://", "http://", "https://", "github.com/", "git@");

  private RemoteResource() {}

  static boolean isRemote(String path) {
    return PREFIXES.stream().anyMatch(path::startsWith);
  }
}
