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
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.RequestState;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionsTest {

  private static final Set<List<RequestState>> LEGAL =
      Set.of(
          List.of(ENTERED, RECEIVED),
          List.of(ENTERED, NOT_DRAWN),
          List.of(ENTERED, WITHDRAWN),
          List.of(RECEIVED, FETCHED),
          List.of(RECEIVED, ACCEPTED),
          List.of(RECEIVED, REJECTED),
          List.of(FETCHED, ACCEPTED),
          List.of(FETCHED, REJECTED),
          List.of(ACCEPTED, IN_PROGRESS),
          List.of(ACCEPTED, QUESTION_ASKED),
          List.of(ACCEPTED, DECIDED),
          List.of(ACCEPTED, CLOSED),
          List.of(IN_PROGRESS, QUESTION_ASKED),
          List.of(IN_PROGRESS, DECIDED),
          List.of(IN_PROGRESS, CLOSED),
          List.of(QUESTION_ASKED, IN_PROGRESS),
          List.of(QUESTION_ASKED, QUESTION_ASKED),
          List.of(QUESTION_ASKED, DECIDED),
          List.of(QUESTION_ASKED, CLOSED),
          List.of(RECEIVED, WITHDRAWN),
          List.of(FETCHED, WITHDRAWN),
          List.of(ACCEPTED, WITHDRAWN),
          List.of(IN_PROGRESS, WITHDRAWN),
          List.of(QUESTION_ASKED, WITHDRAWN),
          List.of(WITHDRAWN, CLOSED),
          List.of(DECIDED, CLOSED));

  static Stream<List<RequestState>> allPairs() {
    return Stream.of(RequestState.values())
        .flatMap(from -> Stream.of(RequestState.values()).map(to -> List.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("allPairs")
  void followsTheTableAndNothingElse(List<RequestState> pair) {
    assertThat(Transitions.legal(pair.getFirst(), pair.getLast())).isEqualTo(LEGAL.contains(pair));
  }

  @ParameterizedTest
  @EnumSource
  void neverGoesBackBehindBeingTaken(RequestState state) {
    if (Transitions.taken(state)) {
      assertThat(Transitions.legal(state, RECEIVED)).isFalse();
      assertThat(Transitions.legal(state, FETCHED)).isFalse();
      assertThat(Transitions.legal(state, ACCEPTED)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void letsNobodyAnswerAfterTheEnd(RequestState state) {
    assertThat(Transitions.answerable(state))
        .isEqualTo(!Set.of(REJECTED, WITHDRAWN, CLOSED, NOT_DRAWN).contains(state));
  }

  @Test
  void endsRejectedClosedOrNotDrawn() {
    assertThat(Stream.of(RequestState.values()).filter(Transitions::last))
        .containsExactlyInAnyOrder(REJECTED, CLOSED, NOT_DRAWN);
  }
}
