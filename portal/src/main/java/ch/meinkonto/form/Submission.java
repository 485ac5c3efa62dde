package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.upload.Content;
import ch.meinkonto.platform.web.Visitor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody sends: complete, checked, in the clear for the length of one call. Never stored,
 * never logged.
 *
 * @param draftId the idempotency key: one draft becomes one request
 * @param schemaVersion version of the answers’ schema
 * @param answers one JSON object in UTF-8
 * @param files in the order of their parts {@code attachment-1}, {@code attachment-2} …
 * @param language the sender’s language
 * @param visitor who sends it, empty where no login is asked for
 * @param office which of the unit’s offices gets it, empty for the unit itself
 * @param copies what other units get of it
 * @param due what is paid before the unit gets it, empty when nothing is
 */
@SuppressWarnings("ArrayRecordComponent") // the answers are sealed, never compared
public record Submission(
    UUID draftId,
    ServiceId service,
    int schemaVersion,
    byte[] answers,
    List<File> files,
    Locale language,
    Optional<Visitor> visitor,
    Optional<String> office,
    List<Copy> copies,
    Optional<Due> due) {

  /** An amount in Swiss francs, and how it may be paid. */
  public record Due(BigDecimal amount, Set<Fee.Way> ways) {

    public Due {
      ways = Set.copyOf(ways);
    }

    static Optional<Due> of(Assessment assessment) {
      return assessment
          .fee()
          .filter(Assessment.FeeDue::first)
          .map(fee -> new Due(fee.amount(), fee.ways()));
    }
  }

  public Submission {
    files = List.copyOf(files);
    copies = List.copyOf(copies);
  }

  /**
   * What goes to a unit that does not decide.
   *
   * @param answers some of the answers, one JSON object in UTF-8
   * @param files the files that these answers name
   */
  @SuppressWarnings("ArrayRecordComponent") // the answers are sealed, never compared
  public record Copy(UnitId unit, byte[] answers, List<File> files) {

    public Copy {
      files = List.copyOf(files);
    }

    @Override
    public String toString() {
      return "Copy[" + unit + "]";
    }
  }

  /**
   * A file that is sent along.
   *
   * @param field the question that it answers
   */
  public record File(
      String part, String fileName, String mediaType, Content content, String field) {

    @Override
    public String toString() {
      return "File[" + part + ", " + mediaType + "]";
    }
  }

  @Override
  public String toString() {
    return "Submission[" + service + ", draft " + draftId + "]";
  }
}
