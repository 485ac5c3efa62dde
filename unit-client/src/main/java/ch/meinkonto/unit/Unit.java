package ch.meinkonto.unit;

import ch.meinkonto.contract.LeaseRequest;
import ch.meinkonto.contract.Opening;
import com.nimbusds.jose.jwk.JWK;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A unit, connected to the portal. Thread-safe; one for the life of the program. */
public final class Unit implements AutoCloseable {

  private static final Logger LOG = System.getLogger("ch.meinkonto.unit");
  private static final int BATCH = 10;
  private static final Duration TO_FINISH = Duration.ofSeconds(5);

  private final UnitSettings settings;
  private final Transport transport;
  private final PortalApi portal;
  private final Events events;
  private final Unsealing unsealing;
  private final PortalKeys portalKeys;
  private final Desk desk;
  private final ExecutorService workers;
  private final Phaser rounds = new Phaser(1);
  private volatile boolean closed;

  private Unit(UnitSettings settings) {
    this.settings = settings;
    JWK signingKey = new UnitKeys(settings.unitId(), settings.keys()).signingKey();
    transport = new Transport(settings);
    portal = new PortalApi(settings, transport, new AccessTokens(settings, transport, signingKey));
    events = new Events(settings, portal, signingKey);
    portalKeys = new PortalKeys(portal::portalKeys, settings.clock());
    desk = new Desk(settings.activations());
    unsealing = new Unsealing(settings.unitId(), Opening.with(settings.keys()), portalKeys);
    workers =
        new ThreadPoolExecutor(
            settings.workers(),
            settings.workers(),
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofVirtual().factory(),
            (late, _) -> late.run()); // closed meanwhile: only gives back
  }

  /** Prepares the connection; the first call is made when there is something to do. */
  public static Unit connect(UnitSettings settings) {
    return new Unit(settings);
  }

  /** Receives requests until the unit is closed or the thread is interrupted. */
  public void receive(RequestHandler handler) {
    int failures = 0;
    while (!closed && !Thread.currentThread().isInterrupted()) {
      try {
        receiveOnce(handler, Math.max(BATCH, settings.workers()), LeaseRequest.MAX_WAIT);
        failures = 0;
      } catch (PortalUnavailable | PortalRefused e) {
        if (!closed && !Thread.currentThread().isInterrupted()) {
          LOG.log(Level.WARNING, "No requests for now: {0}", e.getMessage());
          pause(++failures);
        }
      }
    }
  }

  private void pause(int failures) {
    try {
      Waiting.sleep(settings.retry().waitAfter(failures).plus(settings.retry().firstWait()));
    } catch (PortalUnavailable interrupted) {
      LOG.log(Level.DEBUG, "Asked to stop while waiting", interrupted);
    }
  }

  /** Waits at most {@code wait} for requests, handles up to {@code max}, and returns. */
  public Round receiveOnce(RequestHandler handler, int max, Duration wait) {
    rounds.register();
    try {
      List<Future<Round>> running = new ArrayList<>();
      LeasedDeliveries deliveries = new LeasedDeliveries(portal, events, unsealing, desk);
      for (Leased one : portal.lease(max, wait)) {
        running.add(
            workers.submit(
                () -> closed ? deliveries.giveBack(one) : deliveries.take(one, handler)));
      }
      return Rounds.sum(running);
    } finally {
      rounds.arriveAndDeregister();
    }
  }

  /** Messages, questions and states of requests taken. */
  public Cases cases() {
    return new Cases(events);
  }

  /** The accounts that the unit has activated. */
  public Activations activations() {
    return new Activations(events);
  }

  /** What residents can book. */
  public Offers offers() {
    return new Offers(portal);
  }

  /** Days and hours that residents can subscribe to. */
  public Calendars calendars() {
    return new Calendars(portal);
  }

  /** For units that the portal pushes to: checks and handles what arrives. */
  public PushReceiver push() {
    return new PushReceiver(portal, portalKeys, unsealing, events, desk, settings.clock());
  }

  /**
   * Ends {@link #receive}. What is being handled has five seconds to finish, is interrupted then
   * and comes again when its lease has ended; what was not begun is given back at once, also what a
   * round that still waits at the portal brings.
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    workers.shutdown();
    try {
      workers.awaitTermination(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Thread.startVirtualThread(this::leave);
  }

  private void leave() {
    workers.shutdownNow().forEach(Runnable::run);
    rounds.awaitAdvance(rounds.arriveAndDeregister());
    transport.close();
  }
}
