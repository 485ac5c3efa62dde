package ch.meinkonto.delivery;

import ch.meinkonto.platform.web.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Says in plain words why a delivery waits. */
final class Why {

  private static final String UNREADABLE = "unreadable: ";
  private static final String GIVEN_UP = "push-given-up: ";
  private static final String STATUS = "status ";

  /** Reasons with words of their own. */
  private static final Set<String> KNOWN =
      Set.of(
          "no-activations-here",
          "push",
          "no-connection",
          "no-answer-in-time",
          "not-accepted",
          "settled-meanwhile");

  private Why() {}

  /** Of a delivery that was set aside, or is open at a unit that is so. */
  static String of(Item item, Health health, Page page) {
    return switch (item.state()) {
      case SET_ASIDE -> aside(Optional.ofNullable(item.reason()).orElse(""), page);
      case OPEN -> open(item, health, page);
      case ACCEPTED, REJECTED, RECALLED ->
          page.text("delivery.state." + item.state().code() + ".text");
    };
  }

  /** Why a push failed. */
  static String push(String failure, Page page) {
    if (failure.startsWith(STATUS)) {
      return page.text("delivery.why.status", failure.substring(STATUS.length()));
    }
    var code = failure.replace(' ', '-');
    return KNOWN.contains(code)
        ? page.text("delivery.why." + code)
        : page.text("delivery.why.other", failure);
  }

  private static String aside(String reason, Page page) {
    if (reason.startsWith(GIVEN_UP)) {
      return page.text("delivery.why.given-up")
          + " "
          + push(reason.substring(GIVEN_UP.length()), page);
    }
    var code = reason.startsWith(UNREADABLE) ? reason.substring(UNREADABLE.length()) : reason;
    return KNOWN.contains(code)
        ? page.text("delivery.why." + code)
        : page.text("delivery.why.unreadable", code);
  }

  private static String open(Item item, Health health, Page page) {
    var formats = page.formats();
    if (item.leased() && item.dueAt().isAfter(health.now())) {
      return page.text("delivery.why.leased", formats.moment(item.dueAt()));
    }
    if (health.pause().isPresent()) {
      return page.text("delivery.why.paused", formats.moment(health.pause().get().until()));
    }
    var failure = health.contact().failure();
    if (health.contact().failing() && failure != null) {
      return push(failure, page) + " " + again(item, health.now(), page);
    }
    if (item.attempt() > 0) {
      return page.text("delivery.why.returned", item.attempt())
          + " "
          + again(item, health.now(), page);
    }
    var seen = health.contact().seen();
    return seen == null
        ? page.text("delivery.why.never-came")
        : page.text("delivery.why.not-fetched", formats.moment(seen));
  }

  private static String again(Item item, Instant now, Page page) {
    return item.dueAt().isAfter(now)
        ? page.text("delivery.why.again", page.formats().moment(item.dueAt()))
        : page.text("delivery.why.now");
  }
}
