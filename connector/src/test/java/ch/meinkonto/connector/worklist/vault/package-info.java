@NullMarked
package ch.meinkonto.connector.worklist.vault;

import org.jspecify.annotations.NullMarked;
