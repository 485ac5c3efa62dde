@NullMarked
package ch.meinkonto.platform.memory;

import org.jspecify.annotations.NullMarked;
