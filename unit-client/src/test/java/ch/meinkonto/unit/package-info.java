@NullMarked
package ch.meinkonto.unit;

import org.jspecify.annotations.NullMarked;
