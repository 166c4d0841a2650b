package dev.jcompose.executor.docker;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.json.MalformedJsonException;
import dev.jcompose.executor.registry.Login;
import dev.jcompose.model.Sensitive;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// Whom the user has logged in as with the docker command line, by registry.
///
/// Credentials stand in `config.json` itself or are asked of a helper program that it names.
final class Registries {
  /// The name by which a helper says that the secret is a token.
  private static final String TOKEN = "<token>";

  private static final Login ANONYMOUS = new Login.Anonymous();

  private final CliConfig config;

  Registries(CliConfig config) {
    this.config = config;
  }

  CliConfig config() {
    return config;
  }

  /// The value of the header `X-Registry-Auth`; none when the user is not known there.
  Optional<String> credentials(String registry) throws InterruptedException {
    return find(config.file(), registry).map(Registries::header);
  }

  /// The same for those who talk to the registry themselves.
  Login login(String registry) throws InterruptedException {
    return find(config.file(), registry).map(found -> login(found.value())).orElse(ANONYMOUS);
  }

  private static Login login(JsonValue found) {
    return Json.text(found.path("identitytoken"))
        .<Login>map(token -> new Login.Token(new Sensitive(token)))
        .orElseGet(() ->
            new Login.Password(
                found.path("username").asText(), new Sensitive(found.path("password").asText())));
  }

  /// The value of the header `X-Registry-Config`: all that are known, for builds.
  Optional<String> allCredentials() throws InterruptedException {
    Json all = new Json();
    all().forEach(all::anyObject);
    return all.isEmpty() ? Optional.empty() : Optional.of(header(all));
  }

  /// All that are known, as `config.json` has them where no helper keeps them.
  Sensitive clientConfig() throws InterruptedException {
    Json auths = new Json();
    all().forEach((registry, found) -> auths.anyObject(registry, entry(found)));
    return new Sensitive(new Json().anyObject("auths", auths).toString());
  }

  private static Json entry(Json found) {
    JsonValue known = found.value();
    Json entry = new Json().text("identitytoken", Json.text(known.path("identitytoken")));
    if (known.has("username")) {
      String pair = known.path("username").asText() + ":" + known.path("password").asText();
      entry.put("auth", Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    return entry;
  }

  private SequencedMap<String, Json> all() throws InterruptedException {
    JsonValue file = config.file();
    SequencedSet<String> registries = new LinkedHashSet<>();
    file.path("auths").names().forEach(registries::add);
    file.path("credHelpers").names().forEach(registries::add);
    SequencedMap<String, Json> all = new LinkedHashMap<>();
    for (String registry : registries) {
      find(file, registry).ifPresent(found -> all.put(registry, found));
    }
    return all;
  }

  private Optional<Json> find(JsonValue file, String registry) throws InterruptedException {
    Optional<String> helper =
        Json.text(file.path("credHelpers").path(registry))
            .or(() -> Json.text(file.path("credsStore")));
    if (helper.isPresent()) {
      Optional<Json> asked = ask(helper.get(), registry);
      if (asked.isPresent()) {
        return asked;
      }
    }
    return Optional.of(file.path("auths").path(registry))
        .flatMap(entry -> ofEntry(entry, registry));
  }

  private static Optional<Json> ofEntry(JsonValue entry, String registry) {
    Optional<String> token = Json.text(entry.path("identitytoken"));
    Optional<String> pair = Json.text(entry.path("auth")).map(auth -> decode(auth, registry));
    if (token.isEmpty() && pair.filter(text -> text.contains(":")).isEmpty()) {
      return Optional.empty();
    }
    Json json = new Json().text("identitytoken", token).put("serveraddress", registry);
    pair.ifPresent(text -> {
      int colon = text.indexOf(':');
      json.put("username", text.substring(0, colon));
      json.put("password", text.substring(colon + 1));
    });
    return Optional.of(json);
  }

  /// Runs `docker-credential-HELPER get`; none when it knows nothing of the registry.
  private Optional<Json> ask(String helper, String registry) throws InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(config.program("docker-credential-" + helper), "get")
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(config.environment());
    try {
      Process process = builder.start();
      try {
        tell(process, registry);
        byte[] output = process.getInputStream().readAllBytes();
        return process.waitFor() == 0
            ? Optional.of(ofHelper(JsonValue.parse(output), registry))
            : Optional.empty();
      } finally {
        process.destroy(); // Only after an interrupt does it still run.
      }
    } catch (MalformedJsonException _) {
      // Its words quote the answer, and the secret with it.
      throw unusable(helper, registry, "its answer is not JSON");
    } catch (IOException e) {
      throw unusable(helper, registry, Failures.firstLine(e));
    }
  }

  private static EngineException unusable(String helper, String registry, String reason) {
    return new EngineException(
        EngineException.Kind.OTHER,
        "cannot ask docker-credential-%s for the credentials of %s: %s"
            .formatted(helper, registry, reason));
  }

  /// A helper that has ended without listening answers by its exit code all the same.
  private static void tell(Process helper, String registry) {
    try (OutputStream input = helper.getOutputStream()) {
      input.write(registry.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // It has closed its end.
    }
  }

  private static Json ofHelper(JsonValue reply, String registry) {
    Json json = new Json().put("serveraddress", registry);
    String secret = reply.path("Secret").asText();
    return reply.path("Username").asText().equals(TOKEN)
        ? json.put("identitytoken", secret)
        : json.text("username", Json.text(reply.path("Username"))).put("password", secret);
  }

  private static String decode(String auth, String registry) {
    try {
      return new String(Base64.getDecoder().decode(auth.strip()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new EngineException(
          EngineException.Kind.OTHER,
          "cannot read the credentials of %s: their `auth` in config.json is not Base64"
              .formatted(registry));
    }
  }

  private static String header(Json json) {
    return Base64.getUrlEncoder().encodeToString(json.bytes());
  }
}
