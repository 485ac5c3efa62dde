/**
 * A search for a few hundred short texts in several languages that forgives how people write:
 * typing errors, umlauts, inflection, compounds, dialect. It knows nothing of services.
 */
@NullMarked
package ch.meinkonto.catalogue.search;

import org.jspecify.annotations.NullMarked;
