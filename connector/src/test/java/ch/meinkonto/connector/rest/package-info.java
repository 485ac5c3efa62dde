@NullMarked
package ch.meinkonto.connector.rest;

import org.jspecify.annotations.NullMarked;
