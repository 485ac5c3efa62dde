package ch.meinkonto.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.RateLimits.Limit;
import ch.meinkonto.platform.RateLimits.Ticket;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.TickingClock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class RateLimitsTest {

  private static final Limit THREE = new Limit("test-three", 3, Duration.ofHours(3));
  private static final Limit ONE = new Limit("test-one", 1, Duration.ofHours(1));

  @Autowired RateLimits limits;
  @Autowired TickingClock clock;
  @Autowired JdbcClient jdbc;

  private final String key = UUID.randomUUID().toString();

  @Test
  void refusesTheFourthOfThreeAndSaysWhenAgain() {
    take(3);

    assertThat(limits.take(THREE, key))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> {
              assertThat(refused.by()).isEqualTo(THREE);
              assertThat(refused.retryAfter())
                  .isBetween(Duration.ofMinutes(50), Duration.ofHours(1));
            });
  }

  @Test
  void fillsUpAgainOneByOne() {
    take(3);

    clock.tick(Duration.ofHours(1));

    take(1);
    assertThat(limits.take(THREE, key)).isInstanceOf(Decision.Refused.class);
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    take(3);

    limits.giveBack(List.of(new Ticket(THREE, key)));

    take(1);
    assertThat(limits.take(THREE, key)).isInstanceOf(Decision.Refused.class);
  }

  @Test
  void whatWasNeverTakenCannotBeSaved() {
    limits.giveBack(List.of(new Ticket(THREE, key)));

    take(3);
    assertThat(limits.take(THREE, key)).isInstanceOf(Decision.Refused.class);
  }

  @Test
  void whoUsedUpOneLimitDoesNotUseUpTheNext() {
    var both = List.of(new Ticket(ONE, key), new Ticket(THREE, key));
    assertThat(limits.take(both)).isInstanceOf(Decision.Permitted.class);

    for (int i = 0; i < 5; i++) {
      assertThat(limits.take(both))
          .isInstanceOfSatisfying(
              Decision.Refused.class, refused -> assertThat(refused.by()).isEqualTo(ONE));
    }

    take(2);
  }

  @Test
  void nobodyGetsMoreByAskingAllAtOnce() throws Exception {
    Callable<Decision> one = () -> limits.take(THREE, key);
    try (var threads = Executors.newFixedThreadPool(8)) {
      var permitted = 0;
      for (var decision : threads.invokeAll(Collections.nCopies(24, one))) {
        permitted += decision.get() instanceof Decision.Permitted ? 1 : 0;
      }
      assertThat(permitted).isEqualTo(3);
    }
  }

  @Test
  void whatIsFullAgainIsErased() {
    take(3);
    limits.eraseFull();
    assertThat(rows()).isPositive();

    clock.tick(Duration.ofDays(2));
    limits.eraseFull();

    assertThat(rows()).isZero();
  }

  private void take(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(limits.take(THREE, key)).isInstanceOf(Decision.Permitted.class);
    }
  }

  private int rows() {
    return jdbc.sql("SELECT count(*) FROM platform_rate_limit WHERE id LIKE 'test-three:%'")
        .query(Integer.class)
        .single();
  }
}
