/** Who works at the worklists, and how they log in: always with a password and a second factor. */
@NullMarked
package ch.meinkonto.connector.worklist.clerk;

import org.jspecify.annotations.NullMarked;
