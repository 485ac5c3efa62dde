/**
 * The kind {@code amqp}: requests go to a queue of the unit's broker over AMQP 1.0, and what the
 * unit has to say comes from another.
 */
@NullMarked
package ch.meinkonto.connector.amqp;

import org.jspecify.annotations.NullMarked;
