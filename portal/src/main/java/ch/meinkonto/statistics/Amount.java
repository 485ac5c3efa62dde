package ch.meinkonto.statistics;

/**
 * A sum of published figures, and of nothing else: so it tells nothing that they do not tell.
 *
 * @param count the sum of what they were rounded to
 * @param cells of how many
 * @param someSmall whether one of them was small
 */
record Amount(long count, int cells, boolean someSmall) {

  static final Amount NONE = new Amount(0, 0, false);

  Amount plus(Amount other) {
    return new Amount(count + other.count, cells + other.cells, someSmall || other.someSmall);
  }

  /** Whether it is told only that it is less than five. */
  boolean small() {
    return someSmall && (cells == 1 || count < Rounding.BASE);
  }
}
