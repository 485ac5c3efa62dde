/** The worklist's pages: they work without script, and load nothing from elsewhere. */
@NullMarked
package ch.meinkonto.connector.worklist.web;

import org.jspecify.annotations.NullMarked;
