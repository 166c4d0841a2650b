package dev.jcompose.executor.registry;

import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.json.MalformedJsonException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells a registry who the user is: by name and password, or by a token that its token server
/// gives for them.
final class Authorization {
  private static final Pattern PARAMETER = Pattern.compile("([a-z]+)=\"([^\"]*)\"");

  private final HttpClient client;
  private final Login login;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  Authorization(HttpClient client, Login login) {
    this.client = client;
    this.login = login;
  }

  /// What was good for that repository before.
  Optional<String> known(String repository) {
    return Optional.ofNullable(known.get(repository));
  }

  /// The value of the header that answers a refusal; nothing if there is none to be had.
  Optional<String> ask(HttpResponse<?> refusal, String repository)
      throws IOException, InterruptedException {
    String challenge = refusal.headers().firstValue("WWW-Authenticate").orElse("");
    Optional<String> header =
        challenge.regionMatches(true, 0, "Bearer", 0, "Bearer".length())
            ? token(parameters(challenge), refusal.uri().getScheme(), repository)
                .map(token -> "Bearer " + token)
            : basic();
    header.ifPresent(value -> known.put(repository, value));
    return header;
  }

  private Optional<String> basic() {
    return switch (login) {
      case Login.Password(var user, var password) -> {
        byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        yield Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
      }
      case Login.Anonymous _, Login.Token _ -> Optional.empty();
    };
  }

  private Optional<String> token(Map<String, String> challenge, String scheme, String repository)
      throws IOException, InterruptedException {
    String realm = challenge.getOrDefault("realm", "");
    if (!realm.startsWith("https://") && !realm.startsWith(scheme + "://")) {
      return Optional.empty();
    }
    String scope = "repository:" + repository + ":pull,push";
    String query =
        "service=" + encoded(challenge.getOrDefault("service", "")) + "&scope=" + encoded(scope);
    HttpRequest.Builder request =
        switch (login) {
          case Login.Token(var token) ->
              HttpRequest.newBuilder(URI.create(realm))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      BodyPublishers.ofString(
                          query
                              + "&grant_type=refresh_token&client_id=jcompose&refresh_token="
                              + encoded(token.reveal())));
          case Login.Anonymous _, Login.Password _ ->
              HttpRequest.newBuilder(URI.create(realm + (realm.contains("?") ? "&" : "?") + query));
        };
    basic().ifPresent(value -> request.header("Authorization", value));
    var answer = client.send(request.build(), BodyHandlers.ofByteArray());
    try {
      JsonValue json = JsonValue.parse(answer.body());
      String token = json.path("token").asText();
      return Optional.of(token.isEmpty() ? json.path("access_token").asText() : token)
          .filter(text -> answer.statusCode() == 200 && !text.isEmpty());
    } catch (MalformedJsonException _) {
      return Optional.empty();
    }
  }

  private static Map<String, String> parameters(String challenge) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Matcher matcher = PARAMETER.matcher(challenge);
    while (matcher.find()) {
      parameters.put(matcher.group(1), matcher.group(2));
    }
    return parameters;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
