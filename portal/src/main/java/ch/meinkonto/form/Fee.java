package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a service costs, calculated from the answers, in Swiss francs.
 *
 * @param amount the total; the sum of the lines when empty
 * @param lines what it is made of
 * @param ways how it is paid before the unit gets the request; none when the unit asks for it later
 */
public record Fee(
    Optional<Expression> amount, List<Line> lines, Recurring recurring, Set<Way> ways) {

  public Fee {
    lines = List.copyOf(lines);
    ways = Set.copyOf(ways);
  }

  /** A part of the fee, due when its condition is fulfilled. */
  public record Line(Text label, Expression amount, Optional<Expression> when) {}

  /** How often it is due. */
  public enum Recurring {
    ONCE,
    MONTH,
    YEAR
  }

  /** How it can be paid. */
  public enum Way {
    /** At once, by card or app. */
    ONLINE,
    /** Within the city's term, by invoice. */
    INVOICE
  }
}
