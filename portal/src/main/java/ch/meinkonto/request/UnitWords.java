package ch.meinkonto.request;

import ch.meinkonto.platform.web.Page;
import java.util.List;
import java.util.Optional;

/** What a unit has said about a request; the module {@code messages} keeps it. */
public interface UnitWords {

  /** The unit's answers to a request that belongs to an account, oldest first; none yet: empty. */
  List<Said> of(RequestEnvelope request, Page page);

  /** What its sender was told with the receipt; empty when nothing besides. */
  Optional<Confirmed> confirmed(RequestEnvelope request);

  /** What a receipt says besides that something was sent. */
  sealed interface Confirmed {

    /** What was booked. */
    record Booked(String text) implements Confirmed {}

    /** In which draw it takes part, or took. */
    record Entered(String text) implements Confirmed {}

    /** The address of the calendar that fits it. */
    record Fitting(String calendar) implements Confirmed {}
  }

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
