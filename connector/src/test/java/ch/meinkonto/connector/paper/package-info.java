@NullMarked
package ch.meinkonto.connector.paper;

import org.jspecify.annotations.NullMarked;
