package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import java.util.Optional;

/** Something on a form’s page: a field, or a text between fields. */
public sealed interface Element permits Field, Element.TextBlock {

  /** When it is shown; always when empty. */
  Optional<Expression> when();

  /** A text between fields. */
  record TextBlock(Optional<Expression> when, Kind kind, Text text) implements Element {}

  /** How a text between fields looks. */
  enum Kind {
    INFO,
    WARNING
  }
}
