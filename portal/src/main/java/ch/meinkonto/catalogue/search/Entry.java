package ch.meinkonto.catalogue.search;

import java.util.List;
import java.util.Map;

/**
 * Something that can be found.
 *
 * @param kind searches may be limited to one kind
 * @param key what the finder gets back
 * @param wordings what is said about it, by language
 */
public record Entry(String kind, String key, Map<String, Wording> wordings) {

  /**
   * What is said about an entry in one language.
   *
   * @param words by which people look for it
   * @param belongs names of what it belongs to
   * @param rest everything else that is said about it
   */
  public record Wording(
      String name, List<String> words, String belongs, String summary, String rest) {

    public Wording {
      words = List.copyOf(words);
    }

    String text(Level level) {
      return switch (level) {
        case NAME -> name;
        case WORDS -> String.join(" . ", words);
        case BELONGS -> belongs;
        case SUMMARY -> summary;
        case REST -> rest;
        case SYNONYM -> "";
      };
    }
  }

  public Entry {
    wordings = Map.copyOf(wordings);
  }
}
