package ch.meinkonto.access;

import ch.meinkonto.access.SignIn.Purpose;
import java.time.Instant;
import java.util.UUID;

/**
 * What the phone shows of a request to sign in.
 *
 * @param toConfirm whether somebody who is logged in already confirms a step
 * @param what what they are about to do; empty when it is the account itself
 * @param browser which browser asks; empty when it does not say
 * @param sameNetwork whether it is in the network that the phone is in
 */
public record AskedView(
    UUID id, boolean toConfirm, String what, String browser, boolean sameNetwork, Instant askedAt) {

  static AskedView of(SignIn asked, String here) {
    return new AskedView(
        asked.id(),
        asked.purpose() == Purpose.CONFIRM,
        asked.what(),
        asked.browser(),
        asked.network().equals(here),
        asked.askedAt());
  }
}
