@NullMarked
package ch.meinkonto.connector.worklist.clerk;

import org.jspecify.annotations.NullMarked;
