package dev.jcompose.cli.ui;

/// The last thing that was said, and how much is being done.
///
/// @param going how many actions have not ended
/// @param isLeaving whether the user has been told that they go on
record News(String text, Tone tone, int going, boolean isLeaving) {
  static final News NONE = new News("", Tone.PLAIN, 0, false);

  enum Tone {
    PLAIN,
    BAD
  }

  News said(String words, Tone how) {
    return new News(words, how, going, isLeaving);
  }

  /// What was said is forgotten with the next key, unless something goes on.
  News seen() {
    return going == 0 || isLeaving ? new News("", Tone.PLAIN, going, isLeaving) : this;
  }

  News began(String words) {
    return new News(words, Tone.PLAIN, going + 1, false);
  }

  News ended(String words, Tone how) {
    return new News(words, how, going - 1, false);
  }

  News leaving(String words) {
    return new News(words, Tone.PLAIN, going, true);
  }
}
