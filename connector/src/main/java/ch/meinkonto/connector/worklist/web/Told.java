package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.paper.Line;
import ch.meinkonto.connector.worklist.Case;
import ch.meinkonto.connector.worklist.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that resident and unit said to each other, as the thread of a case shows it. */
public sealed interface Told {

  /** From the resident. */
  record Came(Entry.Received received, List<Line> lines) implements Told {}

  /**
   * From the unit.
   *
   * @param reason why it was not sent
   */
  record Went(Entry.Said said, Case.Fate fate, @Nullable String reason) implements Told {}
}
