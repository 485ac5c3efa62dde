/** How people of the demo become clerks of the units that have no system of their own. */
@NullMarked
package ch.meinkonto.simulator.clerk;

import org.jspecify.annotations.NullMarked;
