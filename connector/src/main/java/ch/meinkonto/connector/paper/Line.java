package ch.meinkonto.connector.paper;

import java.util.List;

/** One line of a request on paper. */
sealed interface Line {

  /** Says what comes next. */
  record Heading(String text) implements Line {}

  /** A label, and one or several values, one below the other. */
  record Entry(String label, List<String> values) implements Line {
    static Entry of(String label, String... values) {
      return new Entry(label, List.of(values));
    }
  }
}
