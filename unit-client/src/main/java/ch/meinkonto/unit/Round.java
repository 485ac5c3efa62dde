package ch.meinkonto.unit;

/** What one round of receiving brought. */
public record Round(int accepted, int rejected, int postponed, int unreadable) {

  static final Round NOTHING = new Round(0, 0, 0, 0);

  /** How many deliveries there were. */
  public int total() {
    return accepted + rejected + postponed + unreadable;
  }

  Round plus(Round other) {
    return new Round(
        accepted + other.accepted,
        rejected + other.rejected,
        postponed + other.postponed,
        unreadable + other.unreadable);
  }
}
