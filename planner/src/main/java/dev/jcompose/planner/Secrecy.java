package dev.jcompose.planner;

import dev.jcompose.model.FileSource;
import dev.jcompose.model.Project;
import dev.jcompose.model.Sensitive;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Hides values that nobody should see in a plan: those whose field is named like something
/// confidential, addresses with a password, and whatever holds the value of a secret of the
/// project.
///
/// @param values those of secrets that come from the environment
record Secrecy(Set<Sensitive> values) {
  private static final String HIDDEN = "(hidden)";
  private static final String WORDS =
      "pass|pwd|secret|token|credential|private|auth(?!or)|dsn|salt";

  /// What a field or an option of a command is called that holds something confidential.
  private static final Pattern CONFIDENTIAL =
      Pattern.compile(WORDS + "|key$|key[_=.-]", Pattern.CASE_INSENSITIVE);

  /// An address with a password in it, e.g. `postgres://shop:hush@db/shop`.
  private static final Pattern WITH_PASSWORD = Pattern.compile("://[^/\\s@]*:[^/\\s@]+@");

  /// Fields that are judged by their words, as in `redis-server --requirepass hush`; so are the
  /// options of a mount, as in `username=shop,password=hush`.
  private static final List<String> COMMANDS = List.of("command", "entrypoint", "healthcheck.test");

  static Secrecy of(Project project) {
    var values = new LinkedHashSet<Sensitive>();
    project
        .secrets()
        .values()
        .forEach(secret -> {
          if (secret.source() instanceof FileSource.FromEnvironment(_, Optional<Sensitive> value)) {
            value.filter(text -> !text.reveal().isBlank()).ifPresent(values::add);
          }
        });
    return new Secrecy(values);
  }

  /// The change as it may be shown.
  FieldChange applied(FieldChange change) {
    return isHidden(change.field(), change.from()) || isHidden(change.field(), change.to())
        ? new FieldChange(
            change.field(), change.from().map(_ -> HIDDEN), change.to().map(_ -> HIDDEN))
        : change;
  }

  private static boolean isJudgedByWords(String field) {
    return COMMANDS.contains(field) || field.equals("driver_opts.o");
  }

  private boolean isHidden(String field, Optional<String> value) {
    var text = value.orElse("");
    return CONFIDENTIAL.matcher(isJudgedByWords(field) ? text : field).find()
        || WITH_PASSWORD.matcher(text).find()
        || values.stream().anyMatch(secret -> text.contains(secret.reveal()));
  }
}
