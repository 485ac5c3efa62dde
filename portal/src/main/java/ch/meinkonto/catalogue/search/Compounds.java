package ch.meinkonto.catalogue.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes German compounds apart ({@code Geburtsurkunde}: {@code Geburt}, {@code Urkunde}) by a
 * dictionary of words that stand alone in the city’s own texts.
 */
final class Compounds {

  private static final int SHORTEST_PART = 4;
  private static final int SHORTEST_WORD = 7;
  private static final int LONGEST_WORD = 48;
  private static final List<String> LINKS = List.of("", "s", "es", "n", "en", "er", "e");

  private final Set<String> dictionary;

  Compounds(Set<String> dictionary) {
    this.dictionary = dictionary;
  }

  /** The parts that make up the whole word, as few as possible; none when it is no compound. */
  List<String> parts(String word) {
    if (word.length() < SHORTEST_WORD || word.length() > LONGEST_WORD) {
      return List.of();
    }
    return split(word, 3, true);
  }

  /** Known words at the beginning or the end of a word that is not known as a whole. */
  List<String> pieces(String word) {
    var pieces = new ArrayList<String>();
    for (var end = Math.min(word.length() - 1, LONGEST_WORD); end >= SHORTEST_PART + 1; end--) {
      if (dictionary.contains(word.substring(0, end))) {
        pieces.add(word.substring(0, end));
        break;
      }
    }
    for (var start = 1; start <= word.length() - SHORTEST_PART - 1; start++) {
      if (dictionary.contains(word.substring(start))) {
        pieces.add(word.substring(start));
        break;
      }
    }
    return pieces;
  }

  private List<String> split(String rest, int most, boolean whole) {
    if (!whole && dictionary.contains(rest)) {
      return List.of(rest);
    }
    List<String> best = List.of();
    if (most == 1) {
      return best;
    }
    for (var end = rest.length() - SHORTEST_PART; end >= SHORTEST_PART; end--) {
      var first = rest.substring(0, end);
      if (!dictionary.contains(first)) {
        continue;
      }
      for (var link : LINKS) {
        if (!rest.startsWith(link, end) || rest.length() - end - link.length() < SHORTEST_PART) {
          continue;
        }
        var others = split(rest.substring(end + link.length()), most - 1, false);
        if (!others.isEmpty() && (best.isEmpty() || others.size() + 1 < best.size())) {
          best = new ArrayList<>(List.of(first));
          best.addAll(others);
        }
      }
    }
    return best;
  }
}
