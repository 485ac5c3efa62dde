/** What the portal costs: each scenario measures side by side in one run and ends in one figure. */
@NullMarked
package ch.meinkonto.bench;

import org.jspecify.annotations.NullMarked;
