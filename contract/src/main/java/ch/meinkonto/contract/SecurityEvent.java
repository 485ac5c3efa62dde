package ch.meinkonto.contract;

import java.time.Instant;
import java.util.Objects;

/**
 * A security event token (RFC 8417) with its one event.
 *
 * @param issuer the unit
 * @param audience the portal's issuer name
 * @param id the token's {@code jti}: the idempotency key
 * @param issuedAt when the unit signed it first
 * @param event what happened
 */
public record SecurityEvent(
    String issuer, String audience, String id, Instant issuedAt, UnitEvent event) {
  public SecurityEvent {
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(issuedAt, "issuedAt");
    Objects.requireNonNull(event, "event");
  }
}
