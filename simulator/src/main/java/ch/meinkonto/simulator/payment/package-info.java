/**
 * A payment provider that follows the published API of Datatrans, with a page on which nobody pays
 * real money, and faults to switch on.
 */
@NullMarked
package ch.meinkonto.simulator.payment;

import org.jspecify.annotations.NullMarked;
