@NullMarked
package ch.meinkonto.connector;

import org.jspecify.annotations.NullMarked;
