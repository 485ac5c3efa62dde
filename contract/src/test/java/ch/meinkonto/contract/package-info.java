@NullMarked
package ch.meinkonto.contract;

import org.jspecify.annotations.NullMarked;
