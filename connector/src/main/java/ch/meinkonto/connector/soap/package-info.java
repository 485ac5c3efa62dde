/**
 * The channel {@code soap}: the unit's system is a web service, described by {@code
 * soap/exchange.wsdl}; its messages have a frame in the manner of eCH-0058.
 */
@NullMarked
package ch.meinkonto.connector.soap;

import org.jspecify.annotations.NullMarked;
