package ch.meinkonto.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A request to sign in, as the phone shows it.
 *
 * @param purpose what it is for
 * @param what what they are about to do; empty when it is the account itself
 * @param browser which browser asks, in words; empty when it does not say
 * @param network from which network, see {@link ch.meinkonto.platform.web.NetworkAddress}
 * @param askedAt when it began
 */
record SignIn(
    UUID id, Purpose purpose, String what, String browser, String network, Instant askedAt) {

  /** What a phone is asked for. */
  public enum Purpose {
    /** Somebody who knows the address wants to log in. */
    LOG_IN,
    /** Somebody who is logged in confirms a step. */
    CONFIRM
  }
}
