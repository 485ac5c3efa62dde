@NullMarked
package ch.meinkonto.simulator.mail;

import org.jspecify.annotations.NullMarked;
