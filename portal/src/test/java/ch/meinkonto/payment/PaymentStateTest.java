package ch.meinkonto.payment;

import static ch.meinkonto.payment.PaymentState.DROPPED;
import static ch.meinkonto.payment.PaymentState.INVOICED;
import static ch.meinkonto.payment.PaymentState.OPEN;
import static ch.meinkonto.payment.PaymentState.PAID;
import static ch.meinkonto.payment.PaymentState.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentStateTest {

  private static final Set<List<PaymentState>> LEGAL =
      Set.of(
          List.of(OPEN, INVOICED),
          List.of(OPEN, PAID),
          List.of(OPEN, DROPPED),
          List.of(INVOICED, PAID),
          List.of(INVOICED, DROPPED),
          List.of(PAID, REFUNDED));

  static Stream<List<PaymentState>> allPairs() {
    return Stream.of(PaymentState.values())
        .flatMap(from -> Stream.of(PaymentState.values()).map(to -> List.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("allPairs")
  void followsTheTableAndNothingElse(List<PaymentState> pair) {
    assertThat(pair.getFirst().mayBecome(pair.getLast())).isEqualTo(LEGAL.contains(pair));
  }
}
