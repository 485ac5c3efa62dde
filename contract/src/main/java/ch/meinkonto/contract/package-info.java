/**
 * The one contract between a city and its units: the records that travel, the sealing of what only
 * the unit may read, and the signed receipts and events. Plain Java, used by both sides.
 */
@NullMarked
package ch.meinkonto.contract;

import org.jspecify.annotations.NullMarked;
