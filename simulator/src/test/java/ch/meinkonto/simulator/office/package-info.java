@NullMarked
package ch.meinkonto.simulator.office;

import org.jspecify.annotations.NullMarked;
