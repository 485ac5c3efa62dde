package ch.meinkonto.payment;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.UnitId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be paid.
 *
 * @param kind what kind of thing, as its {@link Purchase} calls it
 * @param purchase which one of that kind
 * @param unit whose money it will be
 * @param account who pays
 * @param language the payer’s
 * @param amount in Swiss francs, more than nothing
 * @param ways how it may be paid, at least one
 * @param patience how long it is waited for; null: as long as usual
 */
public record Charge(
    String kind,
    UUID purchase,
    ServiceId service,
    UnitId unit,
    UUID account,
    Locale language,
    BigDecimal amount,
    Set<Way> ways,
    @Nullable Duration patience) {

  public Charge {
    ways = Set.copyOf(ways);
    if (amount.signum() <= 0 || ways.isEmpty()) {
      throw new IllegalArgumentException("nothing to pay, or no way to pay it");
    }
  }
}
