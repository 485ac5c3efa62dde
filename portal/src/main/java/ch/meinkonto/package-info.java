@NullMarked
package ch.meinkonto;

import org.jspecify.annotations.NullMarked;
