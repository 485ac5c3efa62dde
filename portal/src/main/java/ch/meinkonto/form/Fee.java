package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import java.util.List;
import java.util.Optional;

/**
 * What a service costs, calculated from the answers, in Swiss francs.
 *
 * @param amount the total; the sum of the lines when empty
 * @param lines what it is made of
 */
public record Fee(Optional<Expression> amount, List<Line> lines, Recurring recurring) {

  /** A part of the fee, due when its condition is fulfilled. */
  public record Line(Text label, Expression amount, Optional<Expression> when) {}

  /** How often it is due. */
  public enum Recurring {
    ONCE,
    MONTH,
    YEAR
  }
}
