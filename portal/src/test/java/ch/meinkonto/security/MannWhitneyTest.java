package ch.meinkonto.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MannWhitneyTest {

  @Test
  void countsThePairsInWhichTheFirstIsLonger() {
    var compared = MannWhitney.of(new double[] {1, 4, 5}, new double[] {2, 3, 5});
    // 4>2, 4>3, 5>2, 5>3, and 5=5 counts half: 4.5 of 9
    assertThat(compared.superiority()).isEqualTo(0.5);
  }

  @Test
  void doesNotCareForAFewVeryLongTimes() {
    var compared =
        MannWhitney.of(new double[] {1, 2, 3, 4, 9_000}, new double[] {1.1, 2.1, 3.1, 4.1, 5});
    assertThat(compared.effect()).isLessThan(0.1);
    assertThat(compared.shift()).isEqualTo(-0.1, within(1.1));
  }

  @Test
  void saysByHowMuchTheyDiffer() {
    var compared = MannWhitney.of(new double[] {13, 14, 15}, new double[] {3, 4, 5});
    assertThat(compared.superiority()).isEqualTo(1);
    assertThat(compared.shift()).isEqualTo(10);
  }
}
