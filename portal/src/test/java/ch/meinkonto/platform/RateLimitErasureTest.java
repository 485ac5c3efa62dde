package ch.meinkonto.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.testing.LongTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

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

  @Test
  void manyAreErasedToTheLastOne() {
    LongTime.bean(JdbcClient.class)
        .sql(
            """
            INSERT INTO platform_rate_limit
            SELECT 'erasure:' || n, CASE WHEN n % 3 = 0 THEN 1 ELSE 9000000000000 END
            FROM generate_series(1, 12000) n
            """)
        .update();

    LongTime.run("platform-erase-full-rate-limits");

    assertThat(rows()).isEqualTo(8000);
    LongTime.bean(JdbcClient.class)
        .sql("DELETE FROM platform_rate_limit WHERE id LIKE 'erasure:%'")
        .update();
  }

  private static int rows() {
    return LongTime.rows("platform_rate_limit WHERE id LIKE 'erasure:%'");
  }
}
