package dev.jcompose.spec.bind;

import dev.jcompose.model.Dependency;
import dev.jcompose.model.Healthcheck;
import dev.jcompose.model.Lifecycle;
import dev.jcompose.model.Provider;
import dev.jcompose.model.PullPolicy;
import dev.jcompose.model.RestartPolicy;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.Stopping;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.scalar.DurationText;
import dev.jcompose.spec.yaml.Node;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Binds when containers are made, started, checked and stopped.
final class LifecycleBinder {
  private static final Pattern RESTART = Pattern.compile("([a-z-]+)(?::(\\d{1,9}))?");

  private LifecycleBinder() {}

  static Lifecycle bind(Attributes service) {
    return new Lifecycle(
        service.text("container_name"),
        service.small("scale"),
        service.texts("profiles"),
        dependsOn(service),
        service.mapping("healthcheck").map(LifecycleBinder::healthcheck),
        service.text("restart").flatMap(text -> restart(text, service)),
        new Stopping(service.text("stop_signal"), service.duration("stop_grace_period")),
        ExecutionBinder.hooks(service),
        service.text("pull_policy").flatMap(word -> pullPolicy(word, service)),
        service.optionalFlag("attach"),
        service.mapping("provider").map(LifecycleBinder::provider));
  }

  private static SequencedMap<ServiceName, Dependency> dependsOn(Attributes service) {
    SequencedMap<ServiceName, Dependency> dependencies = new LinkedHashMap<>();
    service
        .entries("depends_on")
        .forEach((name, given) -> dependencies.put(new ServiceName(name), dependency(given)));
    return dependencies;
  }

  private static Dependency dependency(Attributes dependency) {
    return new Dependency(
        dependency
            .text("condition")
            .flatMap(Dependency.Condition::of)
            .orElse(Dependency.Condition.STARTED),
        dependency.flag("restart"),
        dependency.optionalFlag("required").orElse(true),
        dependency.extensions());
  }

  private static Healthcheck healthcheck(Attributes check) {
    return new Healthcheck(
        test(check),
        check.flag("disable"),
        check.duration("interval"),
        check.duration("timeout"),
        check.whole("retries"),
        check.duration("start_period"),
        check.duration("start_interval"),
        check.extensions());
  }

  /// Text is run by a shell.
  private static List<String> test(Attributes check) {
    Optional<Node> test = check.mapping("test").isPresent() ? Optional.empty() : check.get("test");
    return test.filter(Node.Text.class::isInstance).isPresent()
        ? List.of("CMD-SHELL", check.text("test").orElse(""))
        : check.texts("test");
  }

  private static Optional<RestartPolicy> restart(String text, Attributes service) {
    Matcher policy = RESTART.matcher(text);
    Optional<RestartPolicy.Condition> condition =
        policy.matches() ? RestartPolicy.Condition.of(policy.group(1)) : Optional.empty();
    Optional<Integer> retries =
        condition.isPresent()
            ? Optional.ofNullable(policy.group(2)).map(Integer::valueOf)
            : Optional.empty();
    if (condition.isEmpty()
        || (retries.isPresent() && condition.get() != RestartPolicy.Condition.ON_FAILURE)) {
      List<String> words =
          Arrays.stream(RestartPolicy.Condition.values())
              .map(RestartPolicy.Condition::word)
              .toList();
      Words.unknown(service, "restart", text, words);
      return Optional.empty();
    }
    return Optional.of(new RestartPolicy(condition.get(), retries));
  }

  private static Optional<PullPolicy> pullPolicy(String word, Attributes service) {
    return switch (word) {
      case "always" -> Optional.of(new PullPolicy.Always());
      case "never" -> Optional.of(new PullPolicy.Never());
      case "missing", "if_not_present", "refresh" -> Optional.of(new PullPolicy.Missing());
      case "build" -> Optional.of(new PullPolicy.Build());
      case "daily" -> Optional.of(new PullPolicy.Refresh(word, Duration.ofDays(1)));
      case "weekly" -> Optional.of(new PullPolicy.Refresh(word, Duration.ofDays(7)));
      default -> every(word, service);
    };
  }

  private static Optional<PullPolicy> every(String word, Attributes service) {
    Optional<Duration> every =
        word.startsWith("every_")
            ? DurationText.parse(word.substring("every_".length()))
            : Optional.empty();
    if (every.isEmpty()) {
      service
          .problems()
          .add(
              Diagnostic.error(
                  "bad-value",
                  "\"" + word + "\" is not a pull policy",
                  service.get("pull_policy").orElse(service.node()).span(),
                  service.path().child("pull_policy")));
    }
    return every.map(duration -> new PullPolicy.Refresh(word, duration));
  }

  private static Provider provider(Attributes provider) {
    SequencedMap<String, List<String>> options = new LinkedHashMap<>();
    provider
        .mapping("options")
        .ifPresent(given ->
            provider
                .entries("options")
                .keySet()
                .forEach(name -> options.put(name, given.texts(name))));
    return new Provider(provider.text("type").orElse(""), options, provider.extensions());
  }
}
