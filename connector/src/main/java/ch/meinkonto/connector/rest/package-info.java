/**
 * The kind {@code rest}: the unit's system has an HTTP API of its own, and the connector is its
 * client.
 */
@NullMarked
package ch.meinkonto.connector.rest;

import org.jspecify.annotations.NullMarked;
