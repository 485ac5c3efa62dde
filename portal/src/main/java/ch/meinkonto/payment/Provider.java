package ch.meinkonto.payment;

import java.math.BigDecimal;
import java.net.URI;

/** Who takes the money: knows cards and apps, so that the portal need not. */
interface Provider {

  /** Whether there is one. */
  boolean present();

  /**
   * Begins; the same attempt twice is begun once.
   *
   * @param back where people come back to, whatever they did
   * @throws ProviderAway when it can’t be reached, or doesn’t want to
   */
  Begun begin(Attempt attempt, Payment payment, URI back);

  /** What begins: the provider’s reference, and the page on which one pays. */
  record Begun(String transaction, URI page) {}

  /** Where it stands. */
  Seen look(String transaction);

  /** Books what is reserved. */
  void settle(Attempt attempt, Payment payment);

  /** Frees what is reserved. */
  void release(Attempt attempt, Payment payment);

  /**
   * Gives back something of what is booked; the same total twice gives back once.
   *
   * @param amount how much now
   * @param total how much it will be then, all in all
   */
  void refund(Attempt attempt, BigDecimal amount, BigDecimal total);
}
