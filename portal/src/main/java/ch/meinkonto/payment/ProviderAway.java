package ch.meinkonto.payment;

/** The payment provider can’t be reached, or answers something that helps nobody. */
final class ProviderAway extends RuntimeException {

  private static final long serialVersionUID = 1;

  ProviderAway(String why) {
    super(why, null, false, false);
  }
}
