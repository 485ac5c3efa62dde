package ch.meinkonto.federation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that is under way to a provider, as only the browser keeps it, signed by the portal.
 *
 * @param account whose owner begins it; null for a login
 * @param goOn where it goes on in the portal
 * @param state by which the answer is known to belong to it (RFC 6749, section 10.12)
 * @param nonce by which the ID token is (OpenID Connect Core, section 15.5.2)
 * @param verifier without which the code is worth nothing (RFC 7636)
 */
record OutsideRequest(
    String provider,
    Purpose purpose,
    @Nullable UUID account,
    String goOn,
    String state,
    String nonce,
    String verifier,
    Instant begunAt) {

  /** What for somebody is sent to a provider. */
  enum Purpose {
    /** They want to log in. */
    LOGIN,
    /** They are logged in and prove once more who they are. */
    CONFIRM,
    /** They want to connect their account with the identity that they have there. */
    CONNECT;

    /** Whether they have to prove it there anew, however lately they did. */
    boolean fresh() {
      return this != LOGIN;
    }
  }
}
