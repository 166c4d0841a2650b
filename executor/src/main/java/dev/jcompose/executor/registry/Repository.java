package dev.jcompose.executor.registry;

import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.json.MalformedJsonException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/// A repository of a registry, over HTTP.
///
/// What is fetched is checked against its digest. Several threads may use one.
public final class Repository {
  private static final String KINDS =
      String.join(
          ", ", Manifest.IMAGE, Manifest.INDEX, Manifest.DOCKER_IMAGE, Manifest.DOCKER_INDEX);
  private static final long LARGEST = 64L * 1024 * 1024;

  private final RegistryHttp http;
  private final String path;

  /// @param path the name without the registry's
  public Repository(RegistryHttp http, String path) {
    this.http = http;
    this.path = path;
  }

  /// The manifest of that tag or digest.
  ///
  /// @throws RegistryException if it cannot be had
  public Manifest manifest(String reference) throws RegistryException, InterruptedException {
    HttpResponse<byte[]> answer =
        accepted("fetch", send(request("manifests/" + reference).header("Accept", KINDS)));
    byte[] content = answer.body();
    try {
      JsonValue json = JsonValue.parse(content);
      String kind =
          answer.headers().firstValue("Content-Type").orElse(json.path("mediaType").asText());
      Descriptor self = Descriptor.of(kind, content, new LinkedHashMap<>());
      if (reference.contains(":") && !reference.equals(self.digest())) {
        throw new RegistryException("the registry sent something else than " + reference, 0);
      }
      return new Manifest(self, new String(content, StandardCharsets.UTF_8), json);
    } catch (MalformedJsonException _) {
      throw new RegistryException("what the registry sent is no manifest", 0);
    }
  }

  /// The bytes of a blob.
  ///
  /// @throws RegistryException if they cannot be had, or are others than those meant
  public byte[] blob(Descriptor blob) throws RegistryException, InterruptedException {
    if (blob.size() > LARGEST) {
      throw new RegistryException(blob.digest() + " is larger than 64 MiB", 0);
    }
    byte[] content = accepted("fetch", send(request("blobs/" + blob.digest()))).body();
    if (!blob.isOf(content)) {
      throw new RegistryException("the registry sent something else than " + blob.digest(), 0);
    }
    return content;
  }

  /// Whether the repository has that blob.
  public boolean has(Descriptor blob) throws RegistryException, InterruptedException {
    var request = request("blobs/" + blob.digest()).method("HEAD", BodyPublishers.noBody());
    return send(request).statusCode() == 200;
  }

  /// Sends a blob, unless it is there.
  public void put(Descriptor blob, byte[] content) throws RegistryException, InterruptedException {
    if (has(blob)) {
      return;
    }
    var started = accepted("send", send(request("blobs/uploads/").POST(BodyPublishers.noBody())));
    URI place = started.uri().resolve(started.headers().firstValue("Location").orElse(""));
    String separator = place.getRawQuery() == null ? "?" : "&";
    URI whole = URI.create(place + separator + "digest=" + blob.digest());
    accepted(
        "send",
        send(
            HttpRequest.newBuilder(whole)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(content))));
  }

  /// Has the registry take a blob over from another of its repositories.
  ///
  /// @return whether it did
  public boolean mount(Descriptor blob, Repository from)
      throws RegistryException, InterruptedException {
    var request = request("blobs/uploads/?mount=" + blob.digest() + "&from=" + from.path);
    return http.isSame(from.http)
        && send(request.POST(BodyPublishers.noBody())).statusCode() == 201;
  }

  /// Sends a manifest; all that it describes must be there.
  ///
  /// @param reference a tag or the manifest's digest
  public void putManifest(String reference, String mediaType, String content)
      throws RegistryException, InterruptedException {
    accepted(
        "send",
        send(
            request("manifests/" + reference)
                .header("Content-Type", mediaType)
                .PUT(BodyPublishers.ofString(content))));
  }

  private HttpRequest.Builder request(String rest) {
    return HttpRequest.newBuilder(URI.create(http.base() + "/v2/" + path + "/" + rest));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws RegistryException, InterruptedException {
    return http.send(request, path);
  }

  private HttpResponse<byte[]> accepted(String verb, HttpResponse<byte[]> answer)
      throws RegistryException {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return answer;
    }
    String named = http.host() + "/" + path;
    String reason =
        switch (status) {
          case 401, 403 ->
              "the registry does not allow it; log in with `docker login " + http.host() + "`";
          case 404 -> "there is no such thing";
          default -> words(answer);
        };
    throw new RegistryException("cannot " + verb + " " + named + ": " + reason, status);
  }

  /// The registry's own words, as far as it has any.
  private static String words(HttpResponse<byte[]> answer) {
    try {
      for (JsonValue error : JsonValue.parse(answer.body()).path("errors")) {
        return error.path("message").asText();
      }
    } catch (MalformedJsonException _) {
      return "status " + answer.statusCode();
    }
    return "status " + answer.statusCode();
  }
}
