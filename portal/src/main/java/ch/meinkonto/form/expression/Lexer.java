package ch.meinkonto.form.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits an expression into words. A hyphen between letters belongs to a name ({@code neue-adresse}
 * is one name), so minus needs space around it.
 */
final class Lexer {

  private static final int MAX_LENGTH = 2_000;

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?![\\p{L}\\d-])");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(\\.\\d{1,9})?(?![\\p{L}\\d.])");
  private static final Pattern NAME =
      Pattern.compile("\\p{L}[\\p{L}\\d]*(-[\\p{L}\\d]+)*", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*+'");
  private static final Pattern SYMBOL = Pattern.compile("!=|<=|>=|[-+*/=<>(),.\\[\\]]");

  private final String source;
  private int position;

  Lexer(String source) {
    if (source.length() > MAX_LENGTH) {
      throw new Mistake(0, "the expression is longer than " + MAX_LENGTH + " characters");
    }
    this.source = source;
  }

  List<Token> tokens() {
    var tokens = new ArrayList<Token>();
    var rest = SPACE.matcher(source);
    while (skip(rest)) {
      tokens.add(next());
    }
    tokens.add(new Token(Token.Kind.END, "", source.length()));
    return tokens;
  }

  private boolean skip(Matcher space) {
    if (space.region(position, source.length()).lookingAt()) {
      position = space.end();
    }
    return position < source.length();
  }

  private Token next() {
    var start = position;
    if (take(DATE)) {
      return new Token(Token.Kind.DATE, source.substring(start, position), start);
    }
    if (take(NUMBER)) {
      return new Token(Token.Kind.NUMBER, source.substring(start, position), start);
    }
    if (take(NAME)) {
      return new Token(Token.Kind.NAME, source.substring(start, position), start);
    }
    if (take(TEXT)) {
      var text = source.substring(start + 1, position - 1).replace("''", "'");
      return new Token(Token.Kind.TEXT, text, start);
    }
    if (take(SYMBOL)) {
      return new Token(Token.Kind.SYMBOL, source.substring(start, position), start);
    }
    var wrong = source.charAt(start);
    throw new Mistake(
        start, wrong == '\'' ? "the text has no closing '" : "“" + wrong + "” means nothing here");
  }

  private boolean take(Pattern pattern) {
    var matcher = pattern.matcher(source).region(position, source.length());
    if (matcher.lookingAt()) {
      position = matcher.end();
      return true;
    }
    return false;
  }
}
