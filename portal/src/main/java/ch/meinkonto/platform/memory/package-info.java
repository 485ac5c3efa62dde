/** What a node remembers of the database, and how it hears that it changed. */
@NullMarked
package ch.meinkonto.platform.memory;

import org.jspecify.annotations.NullMarked;
