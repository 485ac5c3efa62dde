@NullMarked
package ch.meinkonto.platform.job;

import org.jspecify.annotations.NullMarked;
