package ch.meinkonto.delivery;

import ch.meinkonto.conformance.TestHandover;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes back what a unit can't take now, or can't read at all. */
@Component
class Returns {

  private static final Logger log = LoggerFactory.getLogger(Returns.class);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int LONGEST_REASON = 100;

  private final Items items;
  private final TestHandover tests;
  private final Clock clock;

  Returns(Items items, TestHandover tests, Clock clock) {
    this.items = items;
    this.tests = tests;
    this.clock = clock;
  }

  /** Offered again after a while. */
  void later(Item item, Duration wait) {
    var due = clock.instant().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    items.offerAgain(item, due, false);
  }

  /** Set aside with the unit's reason: a code, so nothing a person wrote gets in here. */
  void unreadable(Item item, String detail) {
    setAside(item, "unreadable: " + code(detail));
  }

  /** What is made up waits for nobody: the unit's report says how it was. */
  void setAside(Item item, String reason) {
    if (tests.unreadable(item.submission(), reason)) {
      items.done(item.id(), Item.State.REJECTED, clock.instant());
    } else if (items.setAside(item, reason)) {
      log.error(
          "Delivery {} to {} is set aside ({}): it stays sealed here until an operator puts it back",
          item.id(),
          item.unit(),
          reason);
    }
  }

  private static String code(String detail) {
    var code = detail.replaceAll("[^A-Za-z0-9_.-]+", "-");
    return code.substring(0, Math.min(code.length(), LONGEST_REASON));
  }
}
