package ch.meinkonto.request;

import ch.meinkonto.platform.web.Page;
import java.util.List;
import java.util.Optional;

/** What a unit has said about a request; the module {@code messages} keeps it. */
public interface UnitWords {

  /** The unit's answers to a request that belongs to an account, oldest first; none yet: empty. */
  List<Said> of(RequestEnvelope request, Page page);

  /** What was booked by a request, or what it is in a draw for; empty when nothing. */
  Optional<Booked> booked(RequestEnvelope request);

  /**
   * What was booked.
   *
   * @param text as its sender was told
   * @param byLot whether a draw decides, or decided
   */
  record Booked(String text, boolean byLot) {}

  /** The address of the calendar that fits a request; empty when none does. */
  Optional<String> calendar(RequestEnvelope request);

  /**
   * An answer, in the reader's words.
   *
   * @param title who said what
   * @param lines the unit's own words; may be empty
   * @param href where it stands with its documents
   */
  record Said(String title, List<String> lines, String href) {
    public Said {
      lines = List.copyOf(lines);
    }
  }
}
