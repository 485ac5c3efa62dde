@NullMarked
package ch.meinkonto.platform.database;

import org.jspecify.annotations.NullMarked;
