package ch.meinkonto.catalogue.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;

/**
 * Every word of the entries’ own texts, for those who write another one. A few thousand words are
 * looked through sooner than an automaton for one of them is built.
 */
final class Vocabulary {

  private final List<String> words;

  private Vocabulary(List<String> words) {
    this.words = List.copyOf(words);
  }

  static Vocabulary of(IndexReader index) throws IOException {
    var words = new ArrayList<String>();
    var terms = MultiTerms.getTerms(index, Index.ALL);
    if (terms != null) {
      var each = terms.iterator();
      for (var term = each.next(); term != null; term = each.next()) {
        words.add(term.utf8ToString());
      }
    }
    return new Vocabulary(words);
  }

  /** A known word, and how much the sought one looks like it. */
  record Near(String word, float likeness) {}

  /** Known words that are a few wrong letters away, the nearest first. */
  List<Near> near(String word, int most) {
    var edits = word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2;
    // A number is either right or another number.
    if (edits == 0 || word.chars().anyMatch(Character::isDigit)) {
      return List.of();
    }
    // In a short word at least the first letter is right.
    var sure = word.length() < 7 ? word.substring(0, 1) : "";
    return words.stream()
        .filter(other -> Math.abs(other.length() - word.length()) <= edits)
        .filter(other -> other.startsWith(sure) && Spelling.distance(word, other) <= edits)
        .map(other -> new Near(other, Spelling.likeness(word, other)))
        .sorted(
            Comparator.comparingDouble((Near other) -> -other.likeness).thenComparing(Near::word))
        .limit(most)
        .toList();
  }

  /** Whether these letters stand in a known word. */
  boolean hasInside(String letters) {
    return words.stream().anyMatch(word -> word.contains(letters));
  }
}
