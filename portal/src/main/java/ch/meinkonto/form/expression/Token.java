package ch.meinkonto.form.expression;

/**
 * A word of an expression.
 *
 * @param position where it begins, counted from 0
 */
record Token(Kind kind, String text, int position) {

  enum Kind {
    NUMBER,
    TEXT,
    DATE,
    NAME,
    SYMBOL,
    END
  }

  boolean is(String symbolOrWord) {
    return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(symbolOrWord);
  }

  @Override
  public String toString() {
    return kind == Kind.END ? "the end" : "“" + text + "”";
  }
}
