/** The running city from outside. */
@NullMarked
package ch.meinkonto.journeys;

import org.jspecify.annotations.NullMarked;
