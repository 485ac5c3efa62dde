@NullMarked
package ch.meinkonto.activation;

import org.jspecify.annotations.NullMarked;
