package ch.meinkonto.delivery;

import ch.meinkonto.platform.BackOff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Decides how it goes on after a push. */
@Component
class PushResults {

  private static final Logger log = LoggerFactory.getLogger(PushResults.class);

  private final Items items;
  private final Returns returns;
  private final Contacts contacts;
  private final Pauses pauses;
  private final DeliverySettings settings;
  private final Clock clock;

  PushResults(
      Items items,
      Returns returns,
      Contacts contacts,
      Pauses pauses,
      DeliverySettings settings,
      Clock clock) {
    this.items = items;
    this.returns = returns;
    this.contacts = contacts;
    this.pauses = pauses;
    this.settings = settings;
    this.clock = clock;
  }

  void note(Item item, Push.Result result) {
    switch (result) {
      case Push.Result.Unreadable() -> {
        contacts.seen(item.unit());
        returns.unreadable(item, "push");
      }
      case Push.Result.Fetched() -> {
        contacts.seen(item.unit());
        again(item, acceptWithin(item), "not accepted");
      }
      case Push.Result.Settled() -> {}
      case Push.Result.Failed failed -> {
        contacts.failed(item.unit(), failed.why());
        var wait = failed.retryAfter().map(this::capped).orElseGet(() -> backOff(item));
        if (again(item, wait, failed.why())) {
          log.info(
              "Delivery {} to {} did not get through ({}), attempt {}; again in {}",
              item.id(),
              item.unit(),
              failed.why(),
              item.attempt(),
              wait);
        }
      }
    }
  }

  /**
   * Offered again after {@code wait}, unless it is settled by then; set aside when it has been
   * tried for too long. While its unit was paused, nothing was tried.
   */
  private boolean again(Item item, Duration wait, String why) {
    var due = clock.instant().plus(wait);
    if (due.isAfter(item.createdAt().plus(settings.giveUpAfter()))
        && due.isAfter(resumed(item).plus(settings.giveUpAfter()))) {
      returns.setAside(item, "push-given-up: " + why);
      return false;
    }
    return items.offerAgain(item, due, false);
  }

  private Instant resumed(Item item) {
    return pauses.lastEnd(item.unit()).orElse(Instant.EPOCH);
  }

  /** A unit that stores first and decides later gets longer each time. */
  private Duration acceptWithin(Item item) {
    return BackOff.after(item.attempt(), settings.acceptWithin(), Duration.ofHours(12));
  }

  private Duration backOff(Item item) {
    return BackOff.after(item.attempt(), settings.firstRetry(), settings.longestRetry());
  }

  private Duration capped(Duration asked) {
    var longest = settings.longestRetry();
    return asked.compareTo(longest) > 0 ? longest : asked;
  }
}
