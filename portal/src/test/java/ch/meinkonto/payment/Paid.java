package ch.meinkonto.payment;

import ch.meinkonto.testing.RunningPortal;
import java.math.BigDecimal;
import java.util.UUID;

/** Somebody paid online, and the provider says so. */
public final class Paid {

  private Paid() {}

  /** What is to be paid at this address is paid. */
  public static void at(RunningPortal portal, String address) {
    var id = new PaymentId(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
    var payment = portal.bean(PaymentLedger.class).find(id).orElseThrow();
    var attempt = portal.bean(Attempts.class).begin(id, Clearing.AT_PROVIDER);
    portal
        .bean(Cashier.class)
        .seen(
            attempt,
            new Seen(
                Seen.State.AUTHORIZED,
                attempt.reference(),
                payment.amount(),
                "CHF",
                "TWI",
                BigDecimal.ZERO));
  }
}
