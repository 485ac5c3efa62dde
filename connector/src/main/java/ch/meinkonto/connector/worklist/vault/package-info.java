/**
 * What the worklist keeps, it keeps sealed: one key a case, and one key above all that lies apart.
 */
@NullMarked
package ch.meinkonto.connector.worklist.vault;

import org.jspecify.annotations.NullMarked;
