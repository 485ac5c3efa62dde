/**
 * A unit's side of the contract: {@link ch.meinkonto.unit.Unit} receives sealed requests, opens
 * them, and answers. Plain Java on virtual threads.
 */
@NullMarked
package ch.meinkonto.unit;

import org.jspecify.annotations.NullMarked;
