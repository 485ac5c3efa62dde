package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import jakarta.annotation.PostConstruct;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Pushes what is due: claims, sends outside any transaction, notes what came of it. Each unit has
 * its own few threads, so a slow one delays nobody else, and its own {@link Breaker}, so that one
 * that is down costs next to nothing; a killed node's claim runs out by itself.
 */
@Component
class Pushes {

  private static final Logger log = LoggerFactory.getLogger(Pushes.class);

  private final Claims claims;
  private final Push push;
  private final PushResults results;
  private final PushTargets targets;
  private final Bell bell;
  private final DeliverySettings settings;
  private final Clock clock;
  private final Map<UnitId, Door> doors = new ConcurrentHashMap<>();

  /** A unit's own system, as this node knows it. */
  private record Door(URI address, Semaphore places, Breaker breaker) {}

  Pushes(
      Claims claims,
      Push push,
      PushResults results,
      PushTargets targets,
      Bell bell,
      DeliverySettings settings,
      Clock clock) {
    this.claims = claims;
    this.push = push;
    this.results = results;
    this.targets = targets;
    this.bell = bell;
    this.settings = settings;
    this.clock = clock;
  }

  @PostConstruct
  void listen() {
    bell.tell(this::begin);
  }

  private void begin(UnitId unit) {
    targets
        .of(unit)
        .map(address -> door(unit, address))
        .filter(door -> !bell.closed() && door.places().tryAcquire())
        .ifPresent(door ->
            Thread.ofVirtual()
                .name("push-" + unit)
                .start(() -> {
                  try {
                    pushAll(unit, door);
                  } finally {
                    door.places().release();
                  }
                }));
  }

  /** Another address is another system: what is known of the old one counts no more. */
  private Door door(UnitId unit, URI address) {
    return doors.compute(
        unit,
        (_, known) ->
            known != null && known.address().equals(address)
                ? known
                : new Door(address, new Semaphore(settings.pushesPerUnit()), new Breaker(clock)));
  }

  private void pushAll(UnitId unit, Door door) {
    try {
      while (!bell.closed() && door.breaker().admits()) {
        var claimed = claims.claim(unit, 1, settings.pushTimeout().multipliedBy(3));
        if (claimed.isEmpty()) {
          door.breaker().untried();
          return;
        }
        var item = claimed.getFirst();
        var result = push.send(item, door.address());
        heed(unit, door.breaker(), result);
        results.note(item, result);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      door.breaker().untried();
      log.warn("Pushing to {} failed; it goes on when the claim runs out", unit, e);
    }
  }

  private static void heed(UnitId unit, Breaker breaker, Push.Result result) {
    switch (result) {
      case Push.Result.Failed failed -> {
        if (breaker.failed()) {
          log.warn("{} takes no pushes ({}); it is asked now and then", unit, failed.why());
        }
      }
      case Push.Result.Settled() -> breaker.untried();
      case Push.Result.Fetched(), Push.Result.Unreadable() -> {
        if (breaker.well()) {
          log.info("{} takes pushes again", unit);
        }
      }
    }
  }
}
