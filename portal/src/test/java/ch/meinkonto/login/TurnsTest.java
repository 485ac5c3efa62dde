package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Who waits before a door that lets in a few at a time. */
class TurnsTest {

  private static final Instant FIRST = Instant.parse("2026-12-01T08:00:00Z");

  private final Turns turns = new Turns(1);

  @Test
  void whoCameFirstIsNextThoughTheyComeBackLate() {
    var order = new ConcurrentLinkedQueue<Integer>();
    assertThat(turns.await(FIRST, Duration.ZERO)).isTrue();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var second : new int[] {2, 1, 3, 1}) {
        var before = turns.length();
        threads.execute(() -> pass(second, order));
        await().until(() -> turns.length() == before + 1);
      }
      turns.end();
    }
    assertThat(order).containsExactly(1, 1, 2, 3);
    assertThat(turns.await(FIRST, Duration.ZERO)).isTrue();
  }

  @Test
  void whoGoesAwayWithoutATurnLeavesNoGap() {
    assertThat(turns.await(FIRST, Duration.ZERO)).isTrue();
    assertThat(turns.await(FIRST, Duration.ofMillis(1))).isFalse();
    assertThat(turns.length()).isZero();

    turns.end();
    assertThat(turns.await(FIRST, Duration.ZERO)).isTrue();
    assertThat(turns.await(FIRST, Duration.ZERO)).isFalse();
  }

  private void pass(int second, Queue<Integer> order) {
    assertThat(turns.await(FIRST.plusSeconds(second), Duration.ofMinutes(5))).isTrue();
    order.add(second);
    turns.end();
  }
}
