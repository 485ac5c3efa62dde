package ch.meinkonto.platform.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.LongTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A challenge that was answered is remembered for as long as somebody could answer it again. */
class ChallengeErasureTest {

  private static final String TASK = "platform-erase-spent-challenges";

  private final Challenges challenges = LongTime.bean(Challenges.class);

  @Test
  void aSpentChallengeGoesOnceItHasExpired() {
    var challenge = challenges.next("test");
    assertThat(challenges.spend(challenge, "test")).isTrue();

    LongTime.tick(Challenges.VALID.minusMinutes(1), TASK);
    assertThat(LongTime.rows("platform_spent_challenge")).isOne();
    assertThat(challenges.spend(challenge, "test")).isFalse();

    LongTime.tick(Duration.ofMinutes(2), TASK);
    assertThat(LongTime.rows("platform_spent_challenge")).isZero();
    assertThat(challenges.spend(challenge, "test")).isFalse();
  }

  @Test
  void handingOneOutCostsNoRow() {
    challenges.next("test");
    assertThat(challenges.spend(challenges.next("test"), "another")).isFalse();
    assertThat(LongTime.rows("platform_spent_challenge")).isZero();
  }
}
