package ch.meinkonto.connector.paper;

import java.util.List;

/** One line of a request on paper. */
public sealed interface Line {

  /** Says what comes next: a section (1), something in it (2), or one of several of those (3). */
  record Heading(int level, String text) implements Line {

    static Heading section(String text) {
      return new Heading(1, text);
    }
  }

  /** A label, and one or several values, one below the other. */
  record Entry(String label, List<String> values) implements Line {
    static Entry of(String label, String... values) {
      return new Entry(label, List.of(values));
    }
  }

  /** What the lines before add up to. */
  record Total(String label, String amount) implements Line {}
}
