package dev.jcompose.cli.artifact;

import dev.jcompose.spec.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Finds what looks like a secret in what is about to be published. It never repeats one.
public final class LikelySecrets {
  private static final Pattern KEY =
      Pattern.compile(
          "(?i).*(passw(or)?d|passphrase|secret|token|api_?key|private_?key|credential).*");

  private static final SequencedMap<String, Pattern> FORMS = new LinkedHashMap<>();

  static {
    FORMS.put("a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"));
    FORMS.put("an access key of AWS", Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"));
    FORMS.put("a token of GitHub", Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{36}\\b"));
    FORMS.put("a token of GitLab", Pattern.compile("\\bglpat-[A-Za-z0-9_-]{20}\\b"));
    FORMS.put("a token of Slack", Pattern.compile("\\bxox[abpr]-[A-Za-z0-9-]{10,}"));
    FORMS.put(
        "a JSON web token",
        Pattern.compile("\\beyJ[A-Za-z0-9_-]+\\.eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{8,}"));
    FORMS.put(
        "an address with a password",
        Pattern.compile("\\b[a-z][a-z0-9+.-]*://[^\\s/:@$]+:[^\\s/:@$]+@"));
  }

  private LikelySecrets() {}

  /// Lines that tell what was found in a file: `compose.yaml:7: a private key`.
  ///
  /// @param name how the user knows the file
  public static List<String> in(String name, byte[] content) {
    List<String> found = new ArrayList<>();
    int number = 0;
    for (String line : new String(content, StandardCharsets.UTF_8).split("\n", -1)) {
      number++;
      for (var form : FORMS.sequencedEntrySet()) {
        if (form.getValue().matcher(line).find()) {
          found.add(name + ":" + number + ": " + form.getKey());
        }
      }
    }
    return found;
  }

  /// The names of variables in a document that are given a value there though their names say that
  /// it is nobody's business, sorted. A value with variables in it is none.
  public static List<String> variables(Node.Mapping document) {
    SequencedSet<String> names = new TreeSet<>();
    PublishedFiles.services(document).stream()
        .flatMap(service -> service.get("environment").stream())
        .forEach(environment -> {
          switch (environment) {
            case Node.Mapping mapping ->
                mapping
                    .fields()
                    .forEach((key, field) -> {
                      if (field.value() instanceof Node.Scalar value) {
                        add(names, key, value.raw());
                      }
                    });
            case Node.Sequence sequence ->
                sequence
                    .items()
                    .forEach(item -> {
                      if (item instanceof Node.Text(String text, var _) && text.contains("=")) {
                        int equals = text.indexOf('=');
                        add(names, text.substring(0, equals), text.substring(equals + 1));
                      }
                    });
            case Node.Scalar _, Node.Tagged _ -> {}
          }
        });
    return List.copyOf(names);
  }

  /// The keys of configs whose content stands in the document itself, without variables.
  public static List<String> configs(Node.Mapping document) {
    List<String> keys = new ArrayList<>();
    if (document.get("configs").orElse(document) instanceof Node.Mapping configs) {
      configs
          .fields()
          .forEach((key, config) -> {
            if (config.value() instanceof Node.Mapping mapping
                && mapping.get("content").orElse(mapping) instanceof Node.Text(String text, var _)
                && isLiteral(text)) {
              keys.add(key);
            }
          });
    }
    return keys;
  }

  private static void add(SequencedSet<String> names, String name, String value) {
    if (KEY.matcher(name).matches() && isLiteral(value)) {
      names.add(name);
    }
  }

  private static boolean isLiteral(String value) {
    return !value.isBlank() && !value.replace("$$", "").contains("$");
  }
}
