package dev.jcompose.spec.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Changes text in a few places, without regard to what it means.
public final class TextMutator {
  private static final Pattern TOKEN = Pattern.compile("\\w+|\\n *|[ \\t]+|.", Pattern.DOTALL);
  private static final int MOST_CHANGES = 4;
  private static final List<String> SPECIAL =
      List.of(
          "${",
          "}",
          "$",
          "$$",
          "${A:-",
          "${B:?",
          "&a ",
          "*a",
          "<<: *a",
          "!reset ",
          "!override ",
          "!!int ",
          "!!binary ",
          "---\n",
          "...\n",
          "? ",
          ": ",
          "- ",
          "[",
          "]",
          "{",
          "|\n",
          ">-\n",
          "\"",
          "'",
          "\\",
          "#",
          "\t",
          "\r",
          "\u0000",
          "\uFEFF",
          "\u0085",
          "\u2028",
          "😀",
          "%YAML 1.1\n",
          "\\x",
          "\\uD800",
          "0x",
          "-1",
          "1e999",
          ".inf",
          "~",
          "99999999999999999999",
          "include: ",
          "extends: ",
          "service:",
          "x-",
          "..",
          "/",
          "~/",
          "@",
          "`",
          "=",
          "export ",
          "\n\n");

  private final RandomGenerator chance;
  private final List<String> tokens;

  /// @param donor text whose words are put elsewhere
  public TextMutator(RandomGenerator chance, String donor) {
    this.chance = chance;
    this.tokens = new ArrayList<>(SPECIAL);
    tokens.addAll(tokens(donor));
  }

  /// The text in UTF-8, with bytes changed, left out, put in or doubled.
  public byte[] bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = chance.nextInt(MOST_CHANGES); i >= 0; i--) {
      int at = chance.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, at + chance.nextInt(1, 9));
      byte[] tail = Arrays.copyOfRange(bytes, chance.nextBoolean() ? at : to, bytes.length);
      byte[] middle = new byte[chance.nextInt(4)];
      chance.nextBytes(middle);
      if (chance.nextBoolean()) {
        middle = Arrays.copyOfRange(bytes, at, to);
      }
      bytes = concatenated(Arrays.copyOf(bytes, at), middle, tail);
    }
    return bytes;
  }

  private static byte[] concatenated(byte[] head, byte[] middle, byte[] tail) {
    byte[] all = Arrays.copyOf(head, head.length + middle.length + tail.length);
    System.arraycopy(middle, 0, all, head.length, middle.length);
    System.arraycopy(tail, 0, all, head.length + middle.length, tail.length);
    return all;
  }

  /// The text with words changed, left out, put in or moved.
  public String words(String text) {
    List<String> words = new ArrayList<>(tokens(text));
    for (int i = chance.nextInt(MOST_CHANGES); i >= 0 && !words.isEmpty(); i--) {
      int at = chance.nextInt(words.size());
      switch (chance.nextInt(5)) {
        case 0 -> words.remove(at);
        case 1 -> words.add(at, pick(tokens));
        case 2 -> words.add(at, pick(SPECIAL));
        case 3 -> words.add(at, words.get(chance.nextInt(words.size())));
        default -> words.set(at, pick(tokens));
      }
    }
    return String.join("", words);
  }

  private static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).toList();
  }

  private String pick(List<String> choices) {
    return choices.get(chance.nextInt(choices.size()));
  }
}
