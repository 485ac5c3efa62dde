/**
 * What every kind of channel needs to hand over exactly once: names and files made from a
 * submission, a ledger of what was handed over, and the way back for what the unit's system says.
 */
@NullMarked
package ch.meinkonto.connector.handover;

import org.jspecify.annotations.NullMarked;
