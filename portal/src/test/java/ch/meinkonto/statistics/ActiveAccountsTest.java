package ch.meinkonto.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActiveAccountsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 1_000, 200_000, 1_000_000})
  void theEstimateIsWithinAPercent(int accounts) {
    var places = new BitSet(ActiveAccounts.PLACES);
    var random = new SplittableRandom(accounts);
    for (var i = 0; i < accounts; i++) {
      places.set(random.nextInt(ActiveAccounts.PLACES));
    }
    assertThat((double) ActiveAccounts.estimate(places.cardinality()))
        .isCloseTo(accounts, withPercentage(1));
  }
}
