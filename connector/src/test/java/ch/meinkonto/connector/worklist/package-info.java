@NullMarked
package ch.meinkonto.connector.worklist;

import org.jspecify.annotations.NullMarked;
