@NullMarked
package ch.meinkonto.messages;

import org.jspecify.annotations.NullMarked;
