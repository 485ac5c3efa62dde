package ch.meinkonto.request;

import static ch.meinkonto.contract.RequestState.ACCEPTED;
import static ch.meinkonto.contract.RequestState.CLOSED;
import static ch.meinkonto.contract.RequestState.DECIDED;
import static ch.meinkonto.contract.RequestState.ENTERED;
import static ch.meinkonto.contract.RequestState.FETCHED;
import static ch.meinkonto.contract.RequestState.IN_PROGRESS;
import static ch.meinkonto.contract.RequestState.NOT_DRAWN;
import static ch.meinkonto.contract.RequestState.QUESTION_ASKED;
import static ch.meinkonto.contract.RequestState.RECEIVED;
import static ch.meinkonto.contract.RequestState.REJECTED;
import static ch.meinkonto.contract.RequestState.WITHDRAWN;

import ch.meinkonto.contract.RequestState;
import java.util.Map;
import java.util.Set;

/** Which state may follow which. A request never goes back behind its being taken. */
final class Transitions {

  private static final Map<RequestState, Set<RequestState>> LEGAL =
      Map.ofEntries(
          entry(ENTERED, RECEIVED, NOT_DRAWN, WITHDRAWN),
          entry(RECEIVED, FETCHED, ACCEPTED, REJECTED, WITHDRAWN),
          entry(FETCHED, ACCEPTED, REJECTED, WITHDRAWN),
          entry(ACCEPTED, IN_PROGRESS, QUESTION_ASKED, DECIDED, CLOSED, WITHDRAWN),
          entry(REJECTED),
          entry(IN_PROGRESS, QUESTION_ASKED, DECIDED, CLOSED, WITHDRAWN),
          entry(QUESTION_ASKED, IN_PROGRESS, QUESTION_ASKED, DECIDED, CLOSED, WITHDRAWN),
          entry(DECIDED, CLOSED),
          entry(WITHDRAWN, CLOSED),
          entry(CLOSED),
          entry(NOT_DRAWN));

  private Transitions() {}

  private static Map.Entry<RequestState, Set<RequestState>> entry(
      RequestState from, RequestState... next) {
    return Map.entry(from, Set.of(next));
  }

  static boolean legal(RequestState from, RequestState to) {
    return LEGAL.getOrDefault(from, Set.of()).contains(to);
  }

  /** Nothing follows any more. */
  static boolean last(RequestState state) {
    return LEGAL.getOrDefault(state, Set.of()).isEmpty();
  }

  /** Whether questions about it may still be answered. */
  static boolean answerable(RequestState state) {
    return legal(state, WITHDRAWN) || state == DECIDED;
  }

  /** The unit should take it. */
  static boolean waiting(RequestState state) {
    return state == RECEIVED || state == FETCHED;
  }

  /** The unit has the request and may write about it. */
  static boolean taken(RequestState state) {
    return switch (state) {
      case ENTERED, RECEIVED, FETCHED, NOT_DRAWN -> false;
      case ACCEPTED, REJECTED, IN_PROGRESS, QUESTION_ASKED, DECIDED, WITHDRAWN, CLOSED -> true;
    };
  }
}
