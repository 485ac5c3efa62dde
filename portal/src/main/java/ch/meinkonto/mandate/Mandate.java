package ch.meinkonto.mandate;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody may send forms for somebody.
 *
 * @param giver for whom
 * @param holder who may; null until somebody has typed in the code
 * @param services for which services
 * @param lastDay the last day on which it counts
 * @param lapsesAt until when it has to be accepted or confirmed; null once it counts
 */
record Mandate(
    UUID id,
    AccountId giver,
    @Nullable AccountId holder,
    List<ServiceId> services,
    MandateState state,
    LocalDate lastDay,
    @Nullable Instant lapsesAt) {

  Mandate {
    services = List.copyOf(services);
  }

  /** The other of the two; null when nobody has accepted it yet. */
  @Nullable AccountId other(AccountId one) {
    return one.equals(giver) ? holder : giver;
  }
}
