@NullMarked
package ch.meinkonto.connector.folder;

import org.jspecify.annotations.NullMarked;
