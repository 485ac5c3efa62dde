package ch.meinkonto.request;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.contract.Assurance;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.contract.RequestId;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.directory.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the portal keeps of a request: no personal data but the pseudonyms.
 *
 * @param id the request for its whole life
 * @param reference its name among people
 * @param service what was asked for
 * @param schemaVersion version of the answers' schema
 * @param unit the unit in charge
 * @param account whose it is; null without login, and once the account is closed
 * @param subject under which name the unit knows the account; null without login
 * @param assurance how surely the sender was known
 * @param language the resident's language when it was sent
 * @param receivedAt when the portal received it
 * @param state where it stands
 * @param stateSince since when
 * @param acting who sent it for the account, by a mandate; null when its owner sent it
 */
public record RequestEnvelope(
    RequestId id,
    Reference reference,
    ServiceId service,
    int schemaVersion,
    UnitId unit,
    @Nullable AccountId account,
    @Nullable String subject,
    Assurance assurance,
    Locale language,
    Instant receivedAt,
    RequestState state,
    Instant stateSince,
    @Nullable Acting acting) {

  /** After how long a unit should have taken a request. */
  public static final Duration LATE_AFTER = Duration.ofDays(3);

  RequestEnvelope in(RequestState newState, Instant since) {
    return new RequestEnvelope(
        id,
        reference,
        service,
        schemaVersion,
        unit,
        account,
        subject,
        assurance,
        language,
        receivedAt,
        newState,
        since,
        acting);
  }

  /** The same for another unit, which knows nobody behind it. */
  RequestEnvelope elsewhere(UnitId other) {
    return new RequestEnvelope(
        id,
        reference,
        service,
        schemaVersion,
        other,
        account,
        null,
        assurance,
        language,
        receivedAt,
        state,
        stateSince,
        acting);
  }

  /** Whether its unit should have taken it by now. */
  public boolean isLate(Instant now) {
    var since = state == RequestState.RECEIVED ? stateSince : receivedAt; // drawn long after
    return Transitions.waiting(state) && since.plus(LATE_AFTER).isBefore(now);
  }

  /** Whether its sender may still take it back. */
  public boolean withdrawable() {
    return withdrawable(state);
  }

  /** Whether a request in this state may be taken back. */
  public static boolean withdrawable(RequestState state) {
    return Transitions.legal(state, RequestState.WITHDRAWN);
  }

  /** Whether the resident may read about it in their messages. */
  public boolean hasAccount() {
    return account != null;
  }
}
