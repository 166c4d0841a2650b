package dev.jcompose.planner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Attributes of a container or network as text, by their names in a Compose file. What is at the
/// engine's default is left out, and what can be written in several ways is written in one, so that
/// equal texts mean the same.
///
/// The reader of an engine's answer and {@link ContainerAttributes} both write with it.
public final class AttributeText {
  static final String CONTAINER = "container:";

  /// Some container, whatever its id.
  static final String ANY_CONTAINER = "container";

  private static final long NANO = 1_000_000_000;
  private static final long DEFAULT_SHM = 64L * 1024 * 1024;

  private final SequencedMap<String, String> attributes = new TreeMap<>();

  /// Writes that.
  public AttributeText put(String name, String value) {
    return put(name, Optional.of(value));
  }

  /// Writes a text, unless it is empty.
  public AttributeText put(String name, Optional<String> value) {
    value.filter(text -> !text.isEmpty()).ifPresent(text -> attributes.put(name, text));
    return this;
  }

  /// Writes a number, unless it is 0 or stands for no limit.
  public AttributeText number(String name, Optional<Long> value) {
    var isDefault = name.equals("shm_size") ? DEFAULT_SHM : 0;
    var hasUnlimited = name.equals("pids_limit") || name.startsWith("mem");
    return put(
        name,
        value
            .filter(number -> number != 0 && number != isDefault)
            .filter(number -> number > 0 || !hasUnlimited)
            .map(number -> shown(name, number)));
  }

  private static String shown(String name, long number) {
    return name.equals("cpus")
        ? number % NANO == 0
            ? Long.toString(number / NANO)
            : Double.toString((double) number / NANO)
        : name.startsWith("healthcheck.") && !name.endsWith("retries")
            ? duration(Duration.ofNanos(number))
            : Long.toString(number);
  }

  private static String duration(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  /// Writes a switch that is on.
  public AttributeText on(String name, boolean value) {
    return put(name, value ? Optional.of("true") : Optional.empty());
  }

  /// Writes a list without order; an empty one is left out.
  public AttributeText list(String name, Stream<String> values) {
    return put(name, Optional.of(values.sorted().distinct().collect(Collectors.joining(" "))));
  }

  /// Writes capabilities, with or without `CAP_` in front.
  public AttributeText capabilities(String name, Stream<String> values) {
    return list(
        name, values.map(value -> value.toUpperCase(Locale.ROOT).replaceFirst("^CAP_", "")));
  }

  /// Writes options. The text of a seccomp profile, which the engine has, and the name of its file
  /// are not compared; unmasked system paths and labels that the engine adds are not seen.
  public AttributeText securityOptions(Stream<String> options) {
    return list(
        "security_opt",
        options
            .map(option -> option.replaceFirst("^([a-z-]+):", "$1="))
            .map(option -> option.replaceFirst("^no-new-privileges=true$", "no-new-privileges"))
            .filter(option -> !option.startsWith("label=") && !option.startsWith("systempaths="))
            .filter(option -> !option.startsWith("credentialspec="))
            .map(option ->
                option.startsWith("seccomp=")
                        && !List.of("seccomp=unconfined", "seccomp=builtin").contains(option)
                    ? "seccomp=(profile)"
                    : option));
  }

  /// Writes a network mode; one network or more of its own are none.
  public AttributeText networkMode(Optional<String> mode) {
    return put(
        "network_mode",
        mode.map(word -> word.equals("default") ? "bridge" : word)
            .filter(word ->
                List.of("host", "none", "bridge", ANY_CONTAINER).contains(word)
                    || word.startsWith(CONTAINER)));
  }

  /// Writes a restart policy.
  public AttributeText restart(String policy) {
    return put("restart", policy);
  }

  /// A restart policy, e.g. `on-failure:3`.
  public static String policy(String word, Optional<? extends Number> retries) {
    return word + retries.filter(max -> max.longValue() > 0).map(max -> ":" + max).orElse("");
  }

  /// Whole seconds, rounded up as for the engine, e.g. `10s`.
  public static String seconds(Duration time) {
    return time.plusNanos(999_999_999).toSeconds() + "s";
  }

  /// Writes ports as the engine keeps them, e.g. `127.0.0.1:8080:80/tcp`; all addresses and none
  /// are the same.
  public AttributeText ports(Stream<String> bindings) {
    return list(
        "ports", bindings.map(port -> port.replaceFirst("^(0\\.0\\.0\\.0)?:(?=[^:]*:)", "")));
  }

  /// Writes the hardware address of a container or an endpoint.
  public AttributeText mac(String name, Optional<String> address) {
    return put(name, address.map(text -> text.toLowerCase(Locale.ROOT).replace('-', ':')));
  }

  /// Writes links, `CONTAINER:ALIAS`, by their aliases. Those with a number at the end come and go
  /// with the replicas of the linked service.
  public AttributeText links(String name, Stream<String> links) {
    return list(
        name,
        links
            .map(link -> link.substring(link.lastIndexOf(':') + 1))
            .filter(alias -> !alias.matches(".*-[0-9]+")));
  }

  /// Writes the containers whose volumes are used, by id, `:ro` behind it where they are read-only.
  public AttributeText volumesFrom(Stream<String> containers) {
    return list(
        "volumes_from",
        containers.map(container -> CONTAINER + container.replaceFirst(":rw$", "")));
  }

  /// Writes `NAME:ADDRESS` or `NAME=ADDRESS`.
  public AttributeText hosts(Stream<String> hosts) {
    return list(
        "extra_hosts", hosts.map(host -> host.replaceFirst("[:=]\\[?([^\\]]*)\\]?", "=$1")));
  }

  /// A request for devices by capability.
  public static String request(
      String driver,
      long count,
      List<String> ids,
      List<String> capabilities,
      Map<String, String> options) {
    var parts = new ArrayList<String>();
    parts.add(driver.isEmpty() ? "any" : driver);
    parts.add(Long.toString(count));
    parts.add(String.join("+", ids));
    parts.add(capabilities.stream().sorted().collect(Collectors.joining("+")));
    new TreeMap<>(options).forEach((name, value) -> parts.add(name + "=" + value));
    return String.join("/", parts);
  }

  /// What was written, by name.
  public SequencedMap<String, String> map() {
    return attributes;
  }

  /// Writes all of that map with a prefix.
  public AttributeText all(String prefix, Map<String, String> values) {
    values.forEach((name, value) -> put(prefix + name, value));
    return this;
  }
}
