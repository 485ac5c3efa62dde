@NullMarked
package ch.meinkonto.trust;

import org.jspecify.annotations.NullMarked;
