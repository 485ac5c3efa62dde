@NullMarked
package ch.meinkonto.simulator.letter;

import org.jspecify.annotations.NullMarked;
