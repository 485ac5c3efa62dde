package ch.meinkonto.connector;

import ch.meinkonto.unit.PortalRefused;
import ch.meinkonto.unit.PortalUnavailable;
import ch.meinkonto.unit.RequestHandler;
import ch.meinkonto.unit.Round;
import ch.meinkonto.unit.Unit;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches one unit's requests from the portal, round after round, whatever happens. */
final class Intake implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Intake.class);
  private static final int BATCH = 10;
  private static final Duration LONG_POLL = Duration.ofSeconds(20);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final String unitId;
  private final Unit unit;
  private final RequestHandler handler;
  private final Counts counts;
  private final Trouble portal;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);

  Intake(String unitId, Unit unit, RequestHandler handler, Counts counts) {
    this.unitId = unitId;
    this.unit = unit;
    this.handler = handler;
    this.counts = counts;
    this.portal = new Trouble(log, unitId + ": the portal answers again");
    this.thread = Thread.ofVirtual().name("intake-" + unitId).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** What is wrong between the portal and here. */
  Trouble portal() {
    return portal;
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (closing.getCount() > 0) {
      try {
        count(unit.receiveOnce(handler, BATCH, LONG_POLL));
        portal.none();
        pause = FIRST_PAUSE;
      } catch (RuntimeException | OutOfMemoryError e) {
        if (closing.getCount() == 0 || rest(e, pause)) {
          return;
        }
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
    }
  }

  /** Whether it is to end meanwhile. */
  private boolean rest(Throwable why, Duration pause) {
    portal.because(unitId + ": " + advice(why));
    try {
      return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  private static String advice(Throwable why) {
    return switch (why) {
      case PortalUnavailable e ->
          "the portal cannot be reached; trying again, nothing is lost (" + e.getMessage() + ")";
      case PortalRefused e when e.problem().status() == 400 || e.problem().status() == 401 ->
          "the portal does not know this unit's key yet; give the public keys to the city";
      case PortalRefused e -> "the portal refuses: " + e.getMessage();
      case OutOfMemoryError e -> "a request is too large for this memory; give more with -Xmx";
      default -> "unexpected " + why.getClass().getName() + "; please report it";
    };
  }

  private void count(Round round) {
    counts.add(Counts.Of.ACCEPTED, round.accepted());
    counts.add(Counts.Of.REJECTED, round.rejected());
    counts.add(Counts.Of.POSTPONED, round.postponed());
    counts.add(Counts.Of.UNREADABLE, round.unreadable());
  }

  /** No further round; what the open one still brings, the closed {@link Unit} gives back. */
  @Override
  public void close() {
    closing.countDown();
  }
}
