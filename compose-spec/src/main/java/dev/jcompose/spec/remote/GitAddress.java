package dev.jcompose.spec.remote;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the ways to write a file in a git repository:
///
/// - `https://host/x.git#ref:path`, likewise with `http`, `ssh` and `git`; over HTTP the
///   repository's path ends with `.git`, or else it would be any page;
/// - `user@host:x.git#ref:path`;
/// - `github.com/owner/x#ref:path`;
/// - any of them with `?ref=…&subdir=…` before the `#`; `branch` and `tag` say what the ref is.
final class GitAddress {
  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>https?|ssh|git)://(?<at>[^/?#]+)(?<path>/[^?#]*)?(?<rest>[?#].*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern USER_AND_HOST =
      Pattern.compile("(?<at>[a-zA-Z0-9_-]+@[a-zA-Z0-9.-]+):(?<path>[^?#]*)(?<rest>[?#].*)?");
  private static final Pattern REF =
      Pattern.compile("(?!-)(?!.*(\\.\\.|@\\{|//))[^\\x00-\\x20\\x7f~^:?*\\[\\\\]+(?<![./])");

  private GitAddress() {}

  static boolean isUserAndHost(String text) {
    return USER_AND_HOST.matcher(text).matches();
  }

  static RemoteReference.Git parse(String text) throws RemoteException {
    String full = text.startsWith("github.com/") ? "https://" + text : text;
    Matcher url = URL.matcher(full);
    if (url.matches()) {
      String scheme = url.group("scheme").toLowerCase(Locale.ROOT);
      String path = Optional.ofNullable(url.group("path")).orElse("");
      if (scheme.startsWith("http") && full.equals(text) && !path.endsWith(".git")) {
        throw new RemoteException(
            "over HTTP only git repositories are read, and their path ends with `.git`",
            "Write `https://host/owner/repository.git#ref:path`.");
      }
      String host = url.group("at");
      return of(scheme + "://" + host + path, host, url.group("rest"));
    }
    Matcher userAndHost = USER_AND_HOST.matcher(full);
    if (userAndHost.matches()) {
      String host = userAndHost.group("at");
      return of(host + ":" + userAndHost.group("path"), host, userAndHost.group("rest"));
    }
    throw new RemoteException("this names no git repository");
  }

  private static RemoteReference.Git of(String repository, String host, String rest)
      throws RemoteException {
    if (host.startsWith("-") || host.contains("@-")) {
      throw new RemoteException("a host's name does not begin with `-`");
    }
    if (repository.chars().anyMatch(Character::isISOControl)) {
      throw new RemoteException("a repository's address has no control characters");
    }
    GitSelection selection = GitSelection.parse(Optional.ofNullable(rest).orElse(""));
    if (selection.ref().isPresent() && !REF.matcher(selection.ref().get()).matches()) {
      throw new RemoteException(
          "\"" + selection.ref().get() + "\" cannot be a branch, a tag or a commit");
    }
    return new RemoteReference.Git(repository, selection.ref(), selection.path());
  }
}
