package ch.meinkonto.unit;

import ch.meinkonto.contract.UnitEvent;
import java.time.Duration;

/** How it goes on with a delivery that could be opened. */
sealed interface Settlement {

  /** It is taken. */
  record Taken(UnitEvent event) implements Settlement {}

  /** It was read, and is not taken. */
  record Refused(UnitEvent event) implements Settlement {}

  /** It comes again after a while. */
  record Later(Duration after) implements Settlement {}

  /** It can't be dealt with here: it is set aside until somebody has found out why. */
  record Unfit(String reason) implements Settlement {}
}
