package ch.meinkonto.request;

import static ch.meinkonto.contract.RequestState.ACCEPTED;
import static ch.meinkonto.contract.RequestState.CLOSED;
import static ch.meinkonto.contract.RequestState.DECIDED;
import static ch.meinkonto.contract.RequestState.FETCHED;
import static ch.meinkonto.contract.RequestState.IN_PROGRESS;
import static ch.meinkonto.contract.RequestState.QUESTION_ASKED;
import static ch.meinkonto.contract.RequestState.RECEIVED;
import static ch.meinkonto.contract.RequestState.REJECTED;
import static ch.meinkonto.contract.RequestState.WITHDRAWN;

import ch.meinkonto.contract.RequestState;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which state may follow which. A request never goes back behind its being taken. */
final class Transitions {

  private static final Map<RequestState, Set<RequestState>> LEGAL =
      Map.of(
          RECEIVED, EnumSet.of(FETCHED, ACCEPTED, REJECTED, WITHDRAWN),
          FETCHED, EnumSet.of(ACCEPTED, REJECTED, WITHDRAWN),
          ACCEPTED, EnumSet.of(IN_PROGRESS, QUESTION_ASKED, DECIDED, CLOSED, WITHDRAWN),
          REJECTED, EnumSet.noneOf(RequestState.class),
          IN_PROGRESS, EnumSet.of(QUESTION_ASKED, DECIDED, CLOSED, WITHDRAWN),
          QUESTION_ASKED, EnumSet.of(IN_PROGRESS, QUESTION_ASKED, DECIDED, CLOSED, WITHDRAWN),
          DECIDED, EnumSet.of(CLOSED),
          WITHDRAWN, EnumSet.of(CLOSED),
          CLOSED, EnumSet.noneOf(RequestState.class));

  private Transitions() {}

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

  /** The unit has the request and may write about it. */
  static boolean taken(RequestState state) {
    return switch (state) {
      case RECEIVED, FETCHED -> false;
      case ACCEPTED, REJECTED, IN_PROGRESS, QUESTION_ASKED, DECIDED, WITHDRAWN, CLOSED -> true;
    };
  }
}
