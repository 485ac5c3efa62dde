/** What the rules of the house forbid. */
@NullMarked
package ch.meinkonto.rules.counterexample;

import org.jspecify.annotations.NullMarked;
