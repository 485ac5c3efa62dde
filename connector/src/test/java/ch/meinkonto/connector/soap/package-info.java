@NullMarked
package ch.meinkonto.connector.soap;

import org.jspecify.annotations.NullMarked;
