package ch.meinkonto.connector.handover;

import ch.meinkonto.contract.Formal;
import org.jspecify.annotations.Nullable;

/** Makes a message formal; what is wrong is said in plain German. */
public final class Formalities {

  private Formalities() {}

  /**
   * How a message is to be delivered.
   *
   * @param days after how many days unopened the unit is told; null when never
   * @param deemed whether it counts as delivered then
   */
  public static Formal of(Formal.Kind kind, @Nullable Integer days, boolean deemed)
      throws Unusable {
    try {
      return new Formal(kind, days, deemed);
    } catch (IllegalArgumentException e) {
      throw new Unusable(
          "Eine förmliche Zustellung wartet 1 bis %d Tage. Als zugestellt gelten kann sie frühestens nach %d Tagen."
              .formatted(Formal.MOST_DAYS, Formal.DEEMED_AFTER));
    }
  }
}
