@NullMarked
package ch.meinkonto.mandate;

import org.jspecify.annotations.NullMarked;
