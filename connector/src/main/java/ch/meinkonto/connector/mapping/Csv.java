package ch.meinkonto.connector.mapping;

import java.util.stream.IntStream;

/** Counts what a reader of RFC 4180 would see, with the comma or the semicolon as separator. */
final class Csv {

  private Csv() {}

  /** The number of columns of each line that is not empty. */
  static IntStream columns(String text) {
    IntStream.Builder lines = IntStream.builder();
    char separator = firstSeparator(text);
    boolean quoted = false;
    int columns = 1;
    boolean empty = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (c == '\n' && !quoted) {
        addUnlessEmpty(lines, columns, empty);
        columns = 1;
        empty = true;
      } else if (c != '\r') {
        columns += c == separator && !quoted ? 1 : 0;
        empty = false;
      }
    }
    addUnlessEmpty(lines, quoted ? -1 : columns, empty);
    return lines.build();
  }

  private static void addUnlessEmpty(IntStream.Builder lines, int columns, boolean empty) {
    if (!empty) {
      lines.add(columns);
    }
  }

  private static char firstSeparator(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (!quoted && (c == ';' || c == ',')) {
        return c;
      }
    }
    return ',';
  }
}
