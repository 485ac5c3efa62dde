@NullMarked
package ch.meinkonto.connector.mapping;

import org.jspecify.annotations.NullMarked;
