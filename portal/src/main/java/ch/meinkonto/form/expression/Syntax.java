package ch.meinkonto.form.expression;

import java.util.List;

/** An expression as it is written, before anybody knows its types. */
sealed interface Syntax {

  /** Where it stands in the source, counted from 0: the sign of an operator, else its start. */
  int position();

  /** A number, text, date, true or false. */
  record Literal(int position, Object value, Type type) implements Syntax {}

  record Name(int position, String name) implements Syntax {}

  /** {@code adresse.plz}. */
  record Part(int position, Syntax whole, String name) implements Syntax {}

  /** {@code adressen[-1]}. */
  record Index(int position, Syntax list, Syntax index) implements Syntax {}

  /** {@code [a, b]}. */
  record Items(int position, List<Syntax> items) implements Syntax {}

  /** {@code not a}, {@code -a}. */
  record Unary(int position, String operator, Syntax operand) implements Syntax {}

  record Binary(int position, String operator, Syntax left, Syntax right) implements Syntax {}

  record Call(int position, String function, List<Syntax> arguments) implements Syntax {}
}
