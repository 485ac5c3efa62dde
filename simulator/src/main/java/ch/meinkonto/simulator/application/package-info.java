/** The units' own web applications: people sign in there with their account. */
@NullMarked
package ch.meinkonto.simulator.application;

import org.jspecify.annotations.NullMarked;
