package ch.meinkonto.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PulseTest {

  @Test
  void leavesNoBeatRunningWhenItStopsAndBeginsNoneAfterwards() throws Exception {
    var begun = new CountDownLatch(1);
    var running = new AtomicInteger();
    var beats = new AtomicInteger();
    var pulse =
        pulse(() -> {
          running.incrementAndGet();
          begun.countDown();
          pause(50);
          beats.incrementAndGet();
          running.decrementAndGet();
        });

    pulse.start();
    begun.await();
    pulse.stop();

    assertThat(running).hasValue(0);
    assertThat(pulse.isRunning()).isFalse();
    var until = beats.get();
    pause(20);
    assertThat(beats).hasValue(until);
  }

  @Test
  void hasOneThreadWhenItIsStartedAgainAtOnce() {
    var beats = new AtomicInteger();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    var pulse =
        pulse(() -> {
          threads.add(Thread.currentThread());
          beats.incrementAndGet();
        });

    pulse.start();
    pulse.stop();
    pulse.start();

    await().until(() -> beats.get() > 5);
    pulse.stop();
    assertThat(threads).hasSize(1);
  }

  private static Pulse pulse(Runnable beat) {
    return new Pulse("test", Duration.ofMillis(5)) {
      @Override
      protected void beat() {
        beat.run();
      }
    };
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
