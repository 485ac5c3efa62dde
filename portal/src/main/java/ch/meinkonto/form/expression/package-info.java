/**
 * The small language of conditions, limits and fees in a service's file. It is total (every
 * expression yields a value or <em>nothing</em>), has no side effects, calculates with exact
 * decimals, is typed before it runs, and its cost is bounded before it runs.
 */
@NullMarked
package ch.meinkonto.form.expression;

import org.jspecify.annotations.NullMarked;
