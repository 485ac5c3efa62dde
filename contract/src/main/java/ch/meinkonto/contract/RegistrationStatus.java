package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Where a registration stands.
 *
 * @param fingerprint what operators compare, in groups of digits
 * @param keys the unit's keys that count, or for which something still lies sealed; for nobody but
 *     the unit, so none after a first registration
 */
public record RegistrationStatus(
    String unit, Status status, String fingerprint, List<KeyInUse> keys) {

  public RegistrationStatus {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(fingerprint, "fingerprint");
    keys = List.copyOf(keys);
  }

  /** Whether the keys count. */
  public enum Status {
    /** Two operators have to compare the fingerprint. */
    WAITING,
    /** The keys count. */
    CONFIRMED;

    /** As it is written. */
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Read from what is written. */
    @JsonCreator
    public static Status ofCode(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * A key of the unit.
   *
   * @param use {@code sig} or {@code enc}
   * @param counts whether it signs, or may be sealed for; when not, it only opens what is old
   * @param sealed how many submissions lie sealed for it: keep the private key until there are none
   */
  public record KeyInUse(String kid, String use, boolean counts, int sealed) {
    public KeyInUse {
      Objects.requireNonNull(kid, "kid");
      Objects.requireNonNull(use, "use");
    }
  }
}
