package ch.meinkonto.catalogue.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of all entries: as they are written, and as parts of others. */
final class Lexicon {

  private static final int SHORTEST_PART = 4;

  private final Map<String, String> written = new HashMap<>();
  private final Set<String> alone = new HashSet<>();
  private final Set<String> stopWords;

  Lexicon(Set<String> stopWords) {
    this.stopWords = stopWords;
  }

  /** Learns the words of a text; the first who writes a word decides how it is shown. */
  void learn(String text) {
    for (var word : Words.of(text)) {
      if (stopWords.contains(word.folded())) {
        continue;
      }
      written.putIfAbsent(word.folded(), text.substring(word.start(), word.end()));
      if (word.folded().length() >= SHORTEST_PART
          && word.folded().chars().allMatch(Character::isLetter)) {
        alone.add(word.folded());
      }
    }
  }

  /** A folded word as the texts write it. */
  String written(String folded) {
    return written.getOrDefault(folded, folded);
  }

  /** Whether a word says nothing. */
  boolean isStopWord(String folded) {
    return stopWords.contains(folded);
  }

  /** Without the words that say nothing, unless there are no others. */
  List<String> meaning(List<String> words) {
    var meaning = words.stream().filter(word -> !isStopWord(word)).toList();
    return meaning.isEmpty() ? words : meaning;
  }

  /** What takes compounds apart by the words known so far. */
  Compounds compounds() {
    return new Compounds(Set.copyOf(alone));
  }
}
