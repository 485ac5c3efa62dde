package ch.meinkonto.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void waitsTwiceAsLongEachTimeUpToAnHour() {
    assertThat(Backoff.pause(0)).isEqualTo(Duration.ofSeconds(10));
    assertThat(Backoff.pause(1)).isEqualTo(Duration.ofSeconds(20));
    assertThat(Backoff.pause(5)).isEqualTo(Duration.ofSeconds(320));
    assertThat(Backoff.pause(9)).isEqualTo(Duration.ofHours(1));
    assertThat(Backoff.pause(1_000)).isEqualTo(Duration.ofHours(1));
  }
}
