package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.login.SmsCodes.Place;
import ch.meinkonto.login.SmsCodes.Purpose;
import ch.meinkonto.notification.TextMessage;
import ch.meinkonto.notification.TextMessages;
import ch.meinkonto.platform.RateLimits.Decision;
import ch.meinkonto.platform.web.NetworkAddress;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends a code to a phone: counted, kept, and handed to who sends it, beside the request. */
@Component
class SmsSending {

  private final SmsLimits limits;
  private final SmsCodes codes;
  private final TextMessages messages;

  SmsSending(SmsLimits limits, SmsCodes codes, TextMessages messages) {
    this.limits = limits;
    this.codes = codes;
    this.messages = messages;
  }

  /** What came of it. */
  sealed interface Outcome {
    record Sent() implements Outcome {}

    record TooMany(Duration pause) implements Outcome {}

    /** No text message goes there now: nobody carries them, or not to that country any more. */
    record Impossible() implements Outcome {}
  }

  /** Sends one; an older code for the same place is worthless. */
  @Transactional
  public Outcome send(Account account, Place place, MobileNumber number, NetworkAddress network) {
    if (!messages.available() || !number.reachableIn(messages.countries())) {
      return new Outcome.Impossible();
    }
    var decision =
        place.purpose() == Purpose.SETUP
            ? limits.takeForNew(place.account(), number, network)
            : limits.take(place.account(), number, network);
    if (decision instanceof Decision.Refused(var pause, _)) {
      return new Outcome.TooMany(pause);
    }
    var code = codes.renew(place, number);
    messages.send(
        new TextMessage(
            "code", number.value(), account.language(), Map.of("code", code), codes.expiry()));
    return new Outcome.Sent();
  }
}
