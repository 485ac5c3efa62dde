@NullMarked
package ch.meinkonto.simulator;

import org.jspecify.annotations.NullMarked;
