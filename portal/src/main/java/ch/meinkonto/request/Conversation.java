package ch.meinkonto.request;

import ch.meinkonto.contract.RequestState;
import ch.meinkonto.contract.UnitEvent.ListPosition.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a resident reads what happens with a request; the module {@code messages} keeps it. Called
 * in the transaction that changes the request, and only for requests that belong to an account:
 * {@link RequestEnvelope#account()} is not null.
 */
public interface Conversation {

  /**
   * A request was sent, and its receipt (compact JWS) signed.
   *
   * @param booked the places that it books, in words; empty if it books none
   * @param calendar the address of a calendar that fits it; empty if none does
   */
  void opened(RequestEnvelope request, String receipt, String booked, String calendar);

  /** The unit writes. */
  void unitWrites(RequestEnvelope request, UnitMessage message);

  /** The unit writes, and it has to be opened; {@link Requests#opened} notes when it is. */
  void unitDelivers(RequestEnvelope request, FormalMessage message, FormalDelivery delivery);

  /** The unit asks; {@link Requests#answer} takes the answer. */
  void unitAsks(RequestEnvelope request, Question question);

  /** The unit gives back something of what was paid. */
  void unitRefunds(RequestEnvelope request, UnitRefund refund);

  /** The unit said at this moment where the request is on its waiting lists. */
  void unitPlaces(RequestEnvelope request, List<Place> places, Instant at);

  /** The unit has not taken the request for days; it has been told. */
  void late(RequestEnvelope request);

  /**
   * Its sender has taken the request back, and knows it.
   *
   * @param words what they said about it; empty if nothing
   */
  void withdrawn(RequestEnvelope request, String words);

  /**
   * The request has come further.
   *
   * @param request already in its new state
   * @param state the new state: accepted, rejected, in progress, decided or closed
   * @param text the unit's own words, such as the reason of a rejection
   */
  void stateChanged(RequestEnvelope request, RequestState state, @Nullable String text);
}
