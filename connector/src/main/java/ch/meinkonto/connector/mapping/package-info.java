/**
 * How a unit's system wants to read requests, as data: a template for each service, with examples
 * that are tried whenever the configuration is read.
 */
@NullMarked
package ch.meinkonto.connector.mapping;

import org.jspecify.annotations.NullMarked;
