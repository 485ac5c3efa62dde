package ch.meinkonto.unit;

import ch.meinkonto.contract.Delivery;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Asks the handler, and is prepared for a handler that fails. */
final class Desk {

  private static final Logger LOG = System.getLogger("ch.meinkonto.unit");
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

  private Desk() {}

  /** The failure's message may quote the request, so only its kind is logged. */
  static Outcome decide(RequestHandler handler, ReceivedRequest request, Delivery delivery) {
    try {
      return handler.handle(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.tryLater(Duration.ZERO);
    } catch (Exception e) {
      LOG.log(
          Level.WARNING,
          "{0} was not taken ({1}); it comes again in {2}",
          delivery.envelope().reference(),
          e.getClass().getName(),
          AFTER_A_FAILURE);
      return Outcome.tryLater(AFTER_A_FAILURE);
    }
  }
}
