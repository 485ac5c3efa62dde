package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.upload.Content;
import ch.meinkonto.platform.web.Visitor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What somebody sends: complete, checked, in the clear for the length of one call. Never stored,
 * never logged.
 *
 * @param draftId the idempotency key: one draft becomes one request
 * @param schemaVersion version of the answers’ schema
 * @param answers one JSON object in UTF-8
 * @param files in the order of their parts {@code attachment-1}, {@code attachment-2} …
 * @param language the sender’s language
 * @param visitor in whose name it is sent, empty where no login is asked for
 * @param office which of the unit’s offices gets it, empty for the unit itself
 * @param copies what other units get of it
 * @param due what is paid before the unit gets it, empty when nothing is
 * @param booked the places that it takes, empty when it is about none
 * @param calendars what the unit calls the calendars that fit
 * @param actor who sends it for them, empty when they do themselves
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
    Optional<Due> due,
    Optional<Booked> booked,
    List<String> calendars,
    Optional<Actor> actor) {

  /** Somebody who sends it for somebody else, by a mandate. */
  public record Actor(UUID account, UUID mandate) {}

  /**
   * Places that are booked by it.
   *
   * @param offer the unit’s id of the offer
   * @param persons who gets them, as far as one knows by it that it is the same person again; empty
   *     when there is one place, for nobody in particular
   * @param ticket the lot in a draw; empty when the places are not given by lot
   */
  public record Booked(String offer, int places, List<String> persons, Optional<String> ticket) {

    public Booked {
      persons = List.copyOf(persons);
    }

    @Override
    public String toString() {
      return "Booked[" + offer + ", " + places + "]"; // never what a person entered
    }

    static Optional<Booked> of(Form form, Assessment assessment) {
      return form.booking()
          .flatMap(booking ->
              assessment.answers().get(ChosenOffer.KEY) instanceof Map<?, ?> offer
                  ? Optional.of(of(booking, offer, assessment))
                  : Optional.empty());
    }

    private static Booked of(Booking booking, Map<?, ?> offer, Assessment assessment) {
      var persons =
          booking.persons().stream()
              .flatMap(wanted ->
                  FormWalk.items(assessment.answers().get(wanted.group())).stream()
                      .map(item -> name(wanted, item)))
              .toList();
      return new Booked(
          String.valueOf(offer.get("id")),
          booking.draw() ? 1 : Math.max(1, persons.size()),
          persons,
          Optional.ofNullable(offer.get(ChosenOffer.TICKET)).map(Object::toString));
    }

    /** However they write it: {@code anna|keller|2019-03-01}. */
    private static String name(Booking.Persons wanted, Map<?, ?> item) {
      return wanted.by().stream()
          .map(field -> String.valueOf(item.get(field)).strip().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining("|"));
    }
  }

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
    calendars = List.copyOf(calendars);
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
