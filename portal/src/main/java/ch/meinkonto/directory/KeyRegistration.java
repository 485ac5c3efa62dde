package ch.meinkonto.directory;

import ch.meinkonto.contract.Fingerprint;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keys that a unit handed in.
 *
 * @param signedBy the key that signed the registration; its fingerprint is compared
 * @param proposedBy the operator who compared it first
 * @param confirmedBy the operator who compared it second, or the key that signed a rotation
 * @param replacedAt since when newer keys count; null for the newest
 */
public record KeyRegistration(
    UUID id,
    UnitId unit,
    JWKSet keys,
    String signedBy,
    @Nullable URI push,
    String contact,
    State state,
    Instant handedInAt,
    @Nullable String proposedBy,
    @Nullable String confirmedBy,
    @Nullable Instant confirmedAt,
    @Nullable Instant replacedAt) {

  /**
   * How long replaced keys still sign: a unit with several programs changes one after the other.
   */
  static final Duration OVERLAP = Duration.ofDays(1);

  /** Where it stands. */
  public enum State {
    WAITING,
    CONFIRMED,
    REFUSED,
    REVOKED;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** What operators and the unit's technician compare. */
  public Fingerprint fingerprint() {
    return Fingerprint.of(Objects.requireNonNull(keys.getKeyByKeyId(signedBy), "signing key"));
  }

  /** Whether what the keys sign is believed. */
  boolean counts(Instant now) {
    return state == State.CONFIRMED
        && (replacedAt == null || now.isBefore(replacedAt.plus(OVERLAP)));
  }
}
