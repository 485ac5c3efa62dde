package ch.meinkonto.login;

import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.Typed;
import ch.meinkonto.account.Waiting;
import ch.meinkonto.platform.RateLimits;
import ch.meinkonto.platform.RateLimits.Limit;
import java.util.Optional;

/**
 * What somebody typed as their address.
 *
 * @param line without the spaces around it
 * @param address empty when it is none
 */
record TypedAddress(String line, Optional<EmailAddress> address) {

  static TypedAddress of(String typed) {
    var line = Typed.line(typed);
    return new TypedAddress(line, EmailAddress.parse(line));
  }

  /** Why it is no address. */
  FieldErrors errors() {
    return new FieldErrors()
        .addIf(line.isEmpty(), "email", "login.fault.email-missing")
        .addIf(address.isEmpty(), "email", "login.fault.email-shape");
  }

  /** The same, or why no more mail goes there for a while; counts this one. */
  FieldErrors errors(RateLimits limits, Limit perNetwork, String network, Limit perAddress) {
    var errors = errors();
    if (errors.none()) {
      Waiting.check(limits.take(perNetwork, network), errors, "login.fault.wait");
      address.ifPresent(known ->
          Waiting.check(limits.take(perAddress, known.value()), errors, "login.fault.wait"));
    }
    return errors;
  }
}
