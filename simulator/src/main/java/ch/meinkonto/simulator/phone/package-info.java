@NullMarked
package ch.meinkonto.simulator.phone;

import org.jspecify.annotations.NullMarked;
