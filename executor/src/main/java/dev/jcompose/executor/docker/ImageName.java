package dev.jcompose.executor.docker;

import java.util.List;

/// An image reference taken apart, with what it leaves out filled in.
///
/// @param registry the host it is fetched from, in the form that credentials are kept under
/// @param repository with the registry, as written
/// @param tagOrDigest `latest` when the reference has neither
record ImageName(String registry, String repository, String tagOrDigest) {
  private static final String DEFAULT_REGISTRY = "https://index.docker.io/v1/";

  /// Where its calls go to.
  private static final String DEFAULT_API_HOST = "registry-1.docker.io";

  /// The names of the default registry in references, the usual one first.
  private static final List<String> HOSTS = List.of("docker.io", "index.docker.io");

  static ImageName parse(String reference) {
    int at = reference.indexOf('@');
    String named = at < 0 ? reference : reference.substring(0, at);
    int colon = named.lastIndexOf(':');
    boolean tagged = colon > named.lastIndexOf('/');
    String repository = tagged ? named.substring(0, colon) : named;
    String tag = tagged ? named.substring(colon + 1) : "latest";
    return new ImageName(
        registry(repository), repository, at < 0 ? tag : reference.substring(at + 1));
  }

  /// What stands behind `docker login` for the registry, a space before it; empty for the default
  /// one.
  String loginArgument() {
    return registry.equals(DEFAULT_REGISTRY) ? "" : " " + registry;
  }

  boolean hasDigest() {
    return tagOrDigest.contains(":");
  }

  /// The repository with the host and the folder that it leaves out.
  String fullRepository() {
    if (!registry.equals(DEFAULT_REGISTRY)) {
      return repository;
    }
    String path =
        repository.substring(
            HOSTS.stream()
                .map(host -> host + "/")
                .filter(repository::startsWith)
                .mapToInt(String::length)
                .findFirst()
                .orElse(0));
    return HOSTS.getFirst() + (path.contains("/") ? "/" : "/library/") + path;
  }

  /// Where the calls of its registry go to: a host, perhaps with a port.
  String apiHost() {
    return registry.equals(DEFAULT_REGISTRY) ? DEFAULT_API_HOST : registry;
  }

  /// The repository within its registry.
  String path() {
    String full = fullRepository();
    return full.substring(full.indexOf('/') + 1);
  }

  /// The first part is a host when it looks like one.
  private static String registry(String repository) {
    int slash = repository.indexOf('/');
    String first = slash < 0 ? "" : repository.substring(0, slash);
    boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
    return !host || HOSTS.contains(first) ? DEFAULT_REGISTRY : first;
  }
}
