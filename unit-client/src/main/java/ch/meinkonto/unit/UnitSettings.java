package ch.meinkonto.unit;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a unit's system needs to know to take part.
 *
 * @param portal the portal's base address
 * @param unitId the unit
 * @param keys the unit's private keys: {@code use: enc} opens, the first {@code use: sig} signs
 * @param lease how long a delivery is ours while we work on it
 * @param timeout for connecting, and for each answer beyond the time a long poll waits
 * @param workers how many requests are handled at once
 * @param retry how failed calls are tried again
 * @param clock the time
 * @param activations who deals with codes of letters; null for a unit that sends none
 */
public record UnitSettings(
    URI portal,
    String unitId,
    JWKSet keys,
    Duration lease,
    Duration timeout,
    int workers,
    Retry retry,
    Clock clock,
    @Nullable ActivationHandler activations) {

  public UnitSettings {
    Objects.requireNonNull(portal, "portal");
    Objects.requireNonNull(unitId, "unitId");
    Objects.requireNonNull(keys, "keys");
  }

  /** Settings that suit most systems. */
  public static UnitSettings of(URI portal, UnitKeys keys) {
    return new UnitSettings(
        portal,
        keys.unitId(),
        keys.privateJwks(),
        Duration.ofMinutes(5),
        Duration.ofSeconds(20),
        1,
        Retry.DEFAULT,
        Clock.systemUTC(),
        null);
  }

  /** The same with another lease. */
  public UnitSettings withLease(Duration other) {
    return new UnitSettings(
        portal, unitId, keys, other, timeout, workers, retry, clock, activations);
  }

  /** The same with several requests handled at once. */
  public UnitSettings withWorkers(int other) {
    return new UnitSettings(portal, unitId, keys, lease, timeout, other, retry, clock, activations);
  }

  /** The same with another retry. */
  public UnitSettings withRetry(Retry other) {
    return new UnitSettings(
        portal, unitId, keys, lease, timeout, workers, other, clock, activations);
  }

  /** The same with another time for answers. */
  public UnitSettings withTimeout(Duration other) {
    return new UnitSettings(portal, unitId, keys, lease, other, workers, retry, clock, activations);
  }

  /** The same with another clock. */
  public UnitSettings withClock(Clock other) {
    return new UnitSettings(
        portal, unitId, keys, lease, timeout, workers, retry, other, activations);
  }

  /** The same with somebody who deals with activations. */
  public UnitSettings withActivations(ActivationHandler other) {
    return new UnitSettings(portal, unitId, keys, lease, timeout, workers, retry, clock, other);
  }

  /** The portal's issuer name: its base address without a slash at the end. */
  public String issuer() {
    return portal.toString().replaceAll("/+$", "");
  }

  URI address(String path) {
    return URI.create(issuer() + path);
  }
}
