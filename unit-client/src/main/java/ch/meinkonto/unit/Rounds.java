package ch.meinkonto.unit;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Waits for all deliveries of a round, also when one of them fails: each holds a lease. */
final class Rounds {

  private Rounds() {}

  static Round sum(List<Future<Round>> running) {
    Round sum = Round.NOTHING;
    @Nullable Throwable failure = null;
    for (Future<Round> one : running) {
      try {
        sum = sum.plus(one.get());
      } catch (ExecutionException e) {
        failure = failure == null ? e.getCause() : failure;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new PortalUnavailable("interrupted", e);
      }
    }
    return switch (failure) {
      case null -> sum;
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      default -> throw new IllegalStateException(failure);
    };
  }
}
