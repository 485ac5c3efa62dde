/** What the portal's tests share. */
@NullMarked
package ch.meinkonto.testing;

import org.jspecify.annotations.NullMarked;
