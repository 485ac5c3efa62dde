package ch.meinkonto.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Primary;

/** The portal's clock in tests: goes with the machine's, and jumps ahead when a test says so. */
@Primary
public class TickingClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  /** Lets time pass. */
  public void tick(Duration duration) {
    ahead = ahead.plus(duration);
  }

  /** How far it is ahead of the machine's. */
  public Duration lead() {
    return ahead;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
