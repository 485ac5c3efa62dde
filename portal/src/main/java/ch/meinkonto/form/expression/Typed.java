package ch.meinkonto.form.expression;

/**
 * A checked part of an expression.
 *
 * @param cost how many steps it takes at most
 */
record Typed(Type type, Code code, long cost) {}
