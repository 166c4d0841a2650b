package dev.jcompose.planner;

import dev.jcompose.model.Network;
import dev.jcompose.model.Project;
import dev.jcompose.model.Volume;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Compares the definition of a network or volume with what the engine has, field by field. Where
/// the engine may have had a say, it is silent.
final class ElementComparison {
  private static final String OPTIONS = "driver_opts.";
  private static final String POOLS = "ipam.config.";

  private final Secrecy secrecy;

  ElementComparison(Project project) {
    this.secrecy = Secrecy.of(project);
  }

  List<FieldChange> of(Network network, ObservedNetwork observed) {
    var wanted = new TreeMap<>(NetworkAttributes.of(network));
    var found = new TreeMap<>(observed.attributes());
    addLabels(wanted, network.labels());
    addLabels(found, observed.labels());
    return changes(wanted, found);
  }

  List<FieldChange> of(Volume volume, ObservedVolume observed) {
    var wanted = new TreeMap<String, String>();
    wanted.put("driver", volume.driver().orElse("local"));
    volume.driverOptions().forEach((name, value) -> wanted.put(OPTIONS + name, value));
    var found = new TreeMap<String, String>();
    found.put("driver", observed.driver());
    observed.options().forEach((name, value) -> found.put(OPTIONS + name, value));
    addLabels(wanted, volume.labels());
    addLabels(found, observed.labels());
    return changes(wanted, found);
  }

  /// Whether a change cannot come from what an engine, or a tool of another version, fills in by
  /// itself.
  static boolean isCertain(FieldChange change) {
    return change.to().isPresent()
        || change.field().equals("internal")
        || change.field().startsWith("labels.");
  }

  private static void addLabels(Map<String, String> fields, Map<String, String> labels) {
    labels.forEach((name, value) -> {
      if (!name.startsWith("com.docker.compose.")) {
        fields.put("labels." + name, value);
      }
    });
  }

  private List<FieldChange> changes(Map<String, String> wanted, Map<String, String> found) {
    var fields = new TreeSet<>(wanted.keySet());
    fields.addAll(found.keySet());
    var changes = new ArrayList<FieldChange>();
    for (String field : fields) {
      var from = Optional.ofNullable(found.get(field));
      var to = Optional.ofNullable(wanted.get(field));
      if (differ(field, from, to)) {
        changes.add(secrecy.applied(new FieldChange(field, from, to)));
      }
    }
    return List.copyOf(changes);
  }

  /// An engine chooses a driver and addresses when none are asked for, and one that does not know a
  /// switch does not tell of it.
  private static boolean differ(String field, Optional<String> from, Optional<String> to) {
    if (field.startsWith(POOLS)) {
      return to.isPresent() && !addresses(from).containsAll(addresses(to));
    }
    if (to.isEmpty()) {
      return field.equals("internal") || field.startsWith(OPTIONS) || field.startsWith("labels.");
    }
    return !from.equals(to) && !(from.isEmpty() && field.startsWith("enable_"));
  }

  /// Addresses and ranges of them, however they are spelled.
  private static List<String> addresses(Optional<String> text) {
    return text.stream()
        .flatMap(words -> Stream.of(words.split(" ")))
        .map(ElementComparison::address)
        .toList();
  }

  private static String address(String text) {
    var slash = text.indexOf('/');
    var end = slash < 0 ? text.length() : slash;
    try {
      return InetAddress.ofLiteral(text.substring(0, end)).getHostAddress() + text.substring(end);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
