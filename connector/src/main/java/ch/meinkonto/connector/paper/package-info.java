/** Requests as people read them: labels, values as written in Switzerland, a PDF. */
@NullMarked
package ch.meinkonto.connector.paper;

import org.jspecify.annotations.NullMarked;
