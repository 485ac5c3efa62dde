@NullMarked
package ch.meinkonto.connector.amqp;

import org.jspecify.annotations.NullMarked;
