package ch.meinkonto.form.expression;

import org.jspecify.annotations.Nullable;

/** A checked expression, ready to run; it yields a value of its type or nothing. */
@FunctionalInterface
interface Code {

  @Nullable Object run(Scope scope);
}
