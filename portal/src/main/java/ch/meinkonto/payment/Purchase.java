package ch.meinkonto.payment;

import java.util.UUID;

/** A kind of thing that is paid for; each module that sells something brings a bean. */
public interface Purchase {

  /** What it is called in {@link Charge#kind()}. */
  String kind();

  /**
   * It is paid for and goes on, in the transaction that notes this.
   *
   * @return whether it could: if not, nobody pays anything
   */
  boolean release(UUID purchase);

  /** Nobody will pay for it: it ends, in the transaction that notes this. */
  void drop(UUID purchase);

  /** Where its payer goes on once it is paid for: an address of this portal. */
  String next(UUID purchase);

  /** Where one can change it, as long as it waits to be paid for. */
  String change(UUID purchase);
}
