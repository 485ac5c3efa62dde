/** The rules of the house, each with a counter-example that shows that it bites. */
@NullMarked
package ch.meinkonto.rules;

import org.jspecify.annotations.NullMarked;
