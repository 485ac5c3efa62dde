@NullMarked
package ch.meinkonto.platform.crypto;

import org.jspecify.annotations.NullMarked;
