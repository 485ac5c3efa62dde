package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import jakarta.annotation.PostConstruct;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Pushes what is due: claims, sends outside any transaction, notes what came of it. Each unit has
 * its own few threads, so a slow one delays nobody else; a killed node's claim runs out by itself.
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
  private final Map<UnitId, Semaphore> places = new ConcurrentHashMap<>();

  Pushes(
      Claims claims,
      Push push,
      PushResults results,
      PushTargets targets,
      Bell bell,
      DeliverySettings settings) {
    this.claims = claims;
    this.push = push;
    this.results = results;
    this.targets = targets;
    this.bell = bell;
    this.settings = settings;
  }

  @PostConstruct
  void listen() {
    bell.tell(this::begin);
  }

  private void begin(UnitId unit) {
    targets
        .of(unit)
        .ifPresent(target -> {
          var place = places.computeIfAbsent(unit, _ -> new Semaphore(settings.pushesPerUnit()));
          if (!bell.closed() && place.tryAcquire()) {
            Thread.ofVirtual()
                .name("push-" + unit)
                .start(() -> {
                  try {
                    pushAll(unit, target);
                  } finally {
                    place.release();
                  }
                });
          }
        });
  }

  private void pushAll(UnitId unit, URI target) {
    try {
      while (!bell.closed()) {
        var claimed = claims.claim(unit, 1, settings.pushTimeout().multipliedBy(3));
        if (claimed.isEmpty()) {
          return;
        }
        var item = claimed.getFirst();
        results.note(item, push.send(item, target));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("Pushing to {} failed; it goes on when the claim runs out", unit, e);
    }
  }
}
