package ch.meinkonto.request;

import ch.meinkonto.contract.RequestId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes whoever waits at this node for what a unit says about a request. */
@Component
class AnswerBell {

  private final Map<RequestId, CountDownLatch> waiting = new ConcurrentHashMap<>();

  /** The unit says something; it counts once it is committed. */
  void ringAfterCommit(RequestId request) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            var latch = waiting.remove(request);
            if (latch != null) {
              latch.countDown();
            }
          }
        });
  }

  /** Taken before one looks, so that no ring between is missed. */
  CountDownLatch listen(RequestId request) {
    return waiting.computeIfAbsent(request, _ -> new CountDownLatch(1));
  }

  /** Waits until it rings, or the time is over. */
  void await(CountDownLatch latch, Duration longest) throws InterruptedException {
    var _ = latch.await(longest.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Nobody waits for it any more. */
  void forget(RequestId request) {
    waiting.remove(request);
  }
}
