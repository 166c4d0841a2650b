package dev.jcompose.executor.docker;

/// An image reference taken apart, with what it leaves out filled in.
///
/// @param registry the host it is fetched from, in the form that credentials are kept under
/// @param repository with the registry, as written
/// @param tagOrDigest `latest` when the reference has neither
record ImageName(String registry, String repository, String tagOrDigest) {
  private static final String DEFAULT_REGISTRY = "https://index.docker.io/v1/";

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

  /// The first part is a host when it looks like one.
  private static String registry(String repository) {
    int slash = repository.indexOf('/');
    String first = slash < 0 ? "" : repository.substring(0, slash);
    boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
    return !host || first.equals("docker.io") || first.equals("index.docker.io")
        ? DEFAULT_REGISTRY
        : first;
  }
}
