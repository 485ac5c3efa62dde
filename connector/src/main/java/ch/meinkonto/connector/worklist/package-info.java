/**
 * The kind {@code worklist}: for units without a system of their own. Cases are kept here, sealed,
 * and clerks work on them in a browser.
 */
@NullMarked
package ch.meinkonto.connector.worklist;

import org.jspecify.annotations.NullMarked;
