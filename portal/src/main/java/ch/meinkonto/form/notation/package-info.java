/**
 * Numbers and addresses that have rules of their own: how people write them, the one form in which
 * they are sent on, and the check digit that finds a slip of the pen.
 */
@NullMarked
package ch.meinkonto.form.notation;

import org.jspecify.annotations.NullMarked;
