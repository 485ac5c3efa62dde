package ch.meinkonto.request;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.payment.Way;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to become a request: complete and validated, not yet sealed. Never stored, never logged.
 *
 * @param draftId the idempotency key: one draft becomes one request
 * @param service what is asked for
 * @param schemaVersion version of the answers' schema
 * @param unit the unit in charge
 * @param account whose it is; null without login
 * @param assurance how surely the sender is known
 * @param language the resident's language
 * @param answers one JSON object in UTF-8
 * @param office which of the unit's offices gets it; null for the unit itself
 * @param attachments in the order in which the answers name them
 * @param copies what other units get of it
 * @param due what is paid before the unit gets it; null when nothing is
 * @param booked the places that it takes; null when it is about none
 * @param calendar where one subscribes to what fits the answers; null when nothing does
 * @param acting who sends it for the account, by a mandate; null when its owner does
 */
@SuppressWarnings("ArrayRecordComponent") // the answers are sealed, never compared
public record NewRequest(
    UUID draftId,
    ServiceId service,
    int schemaVersion,
    UnitId unit,
    @Nullable AccountId account,
    Assurance assurance,
    Locale language,
    byte[] answers,
    @Nullable String office,
    List<Attachment> attachments,
    List<Copy> copies,
    @Nullable Due due,
    @Nullable Booked booked,
    @Nullable String calendar,
    @Nullable Acting acting) {

  /** One that books nothing, and that its owner sends. */
  public NewRequest(
      UUID draftId,
      ServiceId service,
      int schemaVersion,
      UnitId unit,
      @Nullable AccountId account,
      Assurance assurance,
      Locale language,
      byte[] answers,
      @Nullable String office,
      List<Attachment> attachments,
      List<Copy> copies,
      @Nullable Due due) {
    this(
        draftId,
        service,
        schemaVersion,
        unit,
        account,
        assurance,
        language,
        answers,
        office,
        attachments,
        copies,
        due,
        null,
        null,
        null);
  }

  /**
   * Places that it takes.
   *
   * @param offer the unit’s id of what is booked
   * @param persons who gets them; whoever has a place there gets no second one
   * @param ticket the lot in a draw; null when the places are not given by lot
   */
  public record Booked(String offer, int places, List<String> persons, @Nullable String ticket) {

    /** Places that are not given by lot. */
    public Booked(String offer, int places, List<String> persons) {
      this(offer, places, persons, null);
    }

    public Booked {
      persons = List.copyOf(persons);
    }

    @Override
    public String toString() {
      return "Booked[" + offer + ", " + places + "]"; // never what a person entered
    }
  }

  /**
   * What is to be paid.
   *
   * @param amount in Swiss francs
   */
  public record Due(BigDecimal amount, Set<Way> ways) {

    public Due {
      ways = Set.copyOf(ways);
    }
  }

  public NewRequest {
    attachments = List.copyOf(attachments);
    copies = List.copyOf(copies);
  }

  /**
   * What a unit that does not decide gets.
   *
   * @param answers some of the answers, one JSON object in UTF-8
   * @param attachments those that these answers name
   */
  @SuppressWarnings("ArrayRecordComponent") // the answers are sealed, never compared
  public record Copy(UnitId unit, byte[] answers, List<Attachment> attachments) {

    public Copy {
      attachments = List.copyOf(attachments);
    }

    @Override
    public String toString() {
      return "Copy[" + unit + "]";
    }
  }

  @Override
  public String toString() {
    return "NewRequest[" + service + ", draft " + draftId + "]";
  }
}
