package dev.jcompose.spec.canonical;

import java.util.regex.Pattern;

/// Internet addresses as text.
public final class IpAddress {
  private static final String PART = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern V4 = Pattern.compile(PART + "(\\." + PART + "){3}");
  private static final Pattern V6 =
      Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:]*(:" + PART + "(\\." + PART + "){3})?");

  private IpAddress() {}

  /// Whether `text` is an IPv4 or an IPv6 address.
  public static boolean isValid(String text) {
    return V4.matcher(text).matches() || (V6.matcher(text).matches() && hasEightGroups(text));
  }

  private static boolean hasEightGroups(String text) {
    int gap = text.indexOf("::");
    int groups = 0;
    for (String group : text.split(":", -1)) {
      if (group.length() > 4 && !group.contains(".")) {
        return false;
      }
      groups += group.isEmpty() ? 0 : group.contains(".") ? 2 : 1;
    }
    boolean oneGap = gap >= 0 && text.indexOf("::", gap + 1) < 0;
    boolean noLooseEnd =
        (!text.startsWith(":") || text.startsWith("::"))
            && (!text.endsWith(":") || text.endsWith("::"));
    return noLooseEnd && (oneGap ? groups <= 7 : gap < 0 && groups == 8);
  }
}
