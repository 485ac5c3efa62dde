package ch.meinkonto.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.LongTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What counted is forgotten as soon as it does not count any more. */
class RateLimitErasureTest {

  @Test
  void aLimitIsErasedWhenItIsFullAgain() {
    var limit = new RateLimits.Limit("erasure", 3, Duration.ofHours(1));
    LongTime.bean(RateLimits.class).take(limit, "somebody");

    LongTime.tick(Duration.ofMinutes(19), "platform-erase-full-rate-limits");
    assertThat(rows()).isOne();

    LongTime.tick(Duration.ofMinutes(2), "platform-erase-full-rate-limits");
    assertThat(rows()).isZero();
  }

  private static int rows() {
    return LongTime.rows("platform_rate_limit WHERE id LIKE 'erasure:%'");
  }
}
