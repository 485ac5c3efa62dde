package ch.meinkonto.connector.handover;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;

/**
 * Does something round after round on threads of its own, so that a system that hangs holds up no
 * other unit. While a round goes on, there is no other.
 */
public final class Rounds implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean busy = new AtomicBoolean();

  /** A flow that starts by itself. */
  public IntegrationFlow every(Duration pause, Runnable round) {
    return IntegrationFlow.fromSupplier(
            () -> {
              round.run();
              return null;
            },
            source -> source.poller(Pollers.fixedDelay(pause).taskExecutor(this::execute)))
        .nullChannel();
  }

  private void execute(Runnable poll) {
    if (busy.compareAndSet(false, true)) {
      threads.execute(() -> {
        try {
          poll.run();
        } finally {
          busy.set(false);
        }
      });
    }
  }

  /** A round that goes on is interrupted. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
