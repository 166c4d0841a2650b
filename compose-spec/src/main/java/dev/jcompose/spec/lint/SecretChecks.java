package dev.jcompose.spec.lint;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What should not stand in a file that is shared.
final class SecretChecks {
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?:^|_)(?:PASSWORD|PASSWD|PASS|PWD|SECRET|TOKEN|API_?KEY|PRIVATE_KEY|ACCESS_KEY"
              + "|SECRET_KEY|CREDENTIALS?)(?:_\\d+)?$");
  private static final Set<String> NO_SECRETS =
      Set.of("", "true", "false", "yes", "no", "on", "off", "0", "1", "none", "null");
  private static final Pattern IN_URL =
      Pattern.compile("[a-z][a-z0-9+]*://[^/\\s:@]*:([^/\\s@]+)@");
  private static final Pattern IN_COMMAND =
      Pattern.compile(
          "(?<!\\S)--?(?:\\w+[-_.])*"
              + "(?:password|passwd|requirepass|masterauth|secret|token|api-key)(?:=|\\s+)([^\\s/]\\S*)",
          Pattern.CASE_INSENSITIVE);

  private SecretChecks() {}

  static void inEnvironment(Stack stack, Report report) {
    for (Part service : stack.services()) {
      for (Word variable : service.pairs("environment")) {
        if (isSecret(variable) && stack.isTyped(variable)) {
          report.at(variable, "the value of `" + variable.name() + "` stands in the file");
        }
      }
    }
  }

  static void inBuildArguments(Stack stack, Report report) {
    for (Part service : stack.services()) {
      for (Word argument : service.child("build").pairs("args")) {
        if (isSecret(argument)) {
          report.at(argument, "`" + argument.name() + "` is given to the build as an argument");
        }
      }
    }
  }

  static void inAddresses(Stack stack, Report report) {
    for (Part service : stack.services()) {
      for (Word variable : service.pairs("environment")) {
        Matcher address = IN_URL.matcher(variable.text());
        if (address.find() && isTyped(stack, variable, address.group(1))) {
          report.at(variable, "the address in `" + variable.name() + "` holds a password");
        }
      }
    }
  }

  static void inCommands(Stack stack, Report report) {
    for (Part service : stack.services()) {
      for (String attribute : Commands.ATTRIBUTES) {
        Matcher option = IN_COMMAND.matcher(Commands.line(service, attribute));
        if (option.find()
            && service.words(attribute).stream()
                .anyMatch(word -> isTyped(stack, word, option.group(1)))) {
          report.at(service, attribute, "`" + attribute + "` holds a password");
        }
      }
    }
  }

  private static boolean isTyped(Stack stack, Word word, String secret) {
    return !secret.startsWith("$")
        && stack.isTyped(new Word(word.name(), secret, word.span(), word.path()));
  }

  private static boolean isSecret(Word word) {
    return SECRET_NAME.matcher(word.name().toUpperCase(Locale.ROOT)).find()
        && !NO_SECRETS.contains(word.text().toLowerCase(Locale.ROOT))
        && !word.text().startsWith("/");
  }
}
