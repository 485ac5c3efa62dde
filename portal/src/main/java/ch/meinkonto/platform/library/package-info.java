@NullMarked
package ch.meinkonto.platform.library;

import org.jspecify.annotations.NullMarked;
