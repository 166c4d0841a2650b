package dev.jcompose.cli.template;

/// A piece of what stands between two braces and two braces.
///
/// @param spaced whether a blank stands before it
record Token(Kind kind, String text, boolean spaced) {
  enum Kind {
    /// A name without a dot: a function or a word of the language.
    WORD,
    /// A dot and a name.
    FIELD,
    /// A dot alone.
    DOT,
    /// A dollar sign and a name, which may be empty.
    VARIABLE,
    TEXT,
    NUMBER,
    /// `(`, `)`, `|`, `,`, `=` or `:=`.
    SIGN
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }
}
