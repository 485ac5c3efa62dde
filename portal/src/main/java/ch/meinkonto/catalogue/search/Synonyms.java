package ch.meinkonto.catalogue.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that mean the same, by language.
 *
 * @param groups words of a group find each other
 * @param dialect what people say → what the texts say, one way only
 */
public record Synonyms(
    Map<String, List<List<String>>> groups, Map<String, Map<String, List<String>>> dialect) {

  public Synonyms {
    groups = Map.copyOf(groups);
    dialect = Map.copyOf(dialect);
  }

  /** No word means the same as another. */
  public static Synonyms none() {
    return new Synonyms(Map.of(), Map.of());
  }

  /** By which other words an entry with this text should be found too. */
  Set<String> of(String language, List<String> stems, Stems stemming) {
    var found = new LinkedHashSet<String>();
    var more = new ArrayList<>(stems);
    for (var group : groups.getOrDefault(language, List.of())) {
      if (group.stream().anyMatch(word -> says(stems, language, word, stemming))) {
        found.addAll(group);
        // A dialect word leads to what it stands for, and from there to the rest of the group.
        group.forEach(word -> {
          more.add("|");
          more.addAll(stemsOf(language, word, stemming));
        });
      }
    }
    dialect
        .getOrDefault(language, Map.of())
        .forEach((word, standard) -> {
          if (standard.stream().anyMatch(text -> says(more, language, text, stemming))) {
            found.add(word);
          }
        });
    return found;
  }

  private static boolean says(List<String> stems, String language, String word, Stems stemming) {
    var sought = stemsOf(language, word, stemming);
    return !sought.isEmpty() && Collections.indexOfSubList(stems, sought) >= 0;
  }

  private static List<String> stemsOf(String language, String text, Stems stemming) {
    return Words.folded(text).stream().map(word -> stemming.of(language, word)).toList();
  }
}
