package ch.meinkonto.catalogue.search;

import java.util.List;
import org.apache.lucene.search.Query;

/**
 * One word that somebody typed, and how it is looked for.
 *
 * @param word folded
 * @param query what matches
 * @param frequency how many entries match
 * @param nearly true when the word is not known, and others that look like it are taken
 * @param taken words that stand in for it, the nearest first
 */
record Sought(String word, Query query, int frequency, boolean nearly, List<String> taken) {}
