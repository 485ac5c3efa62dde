package ch.meinkonto.catalogue.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Marks the words of a text that somebody looked for, also when they are inflected. */
public final class Marker {

  private static final int SHORTEST_PREFIX = 3;

  /** A piece of a text. */
  public record Piece(String text, boolean marked) {}

  private final Set<String> words;
  private final Set<String> stemmed = new HashSet<>();
  private final List<String> prefixes;
  private final List<String> languages;
  private final Stems stems;
  private final Compounds compounds;

  Marker(
      Set<String> words,
      List<String> prefixes,
      List<String> languages,
      Stems stems,
      Compounds compounds) {
    this.words = Set.copyOf(words);
    this.prefixes = prefixes.stream().filter(prefix -> prefix.length() >= SHORTEST_PREFIX).toList();
    this.languages = languages;
    this.stems = stems;
    this.compounds = compounds;
    for (var word : words) {
      add(word);
      compounds.parts(word).forEach(this::add);
    }
  }

  static Marker nothing() {
    return new Marker(Set.of(), List.of(), List.of(), new Stems(), new Compounds(Set.of()));
  }

  private void add(String word) {
    languages.forEach(language -> stemmed.add(language + ":" + stems.of(language, word)));
  }

  /** The text in pieces that together are the text. */
  public List<Piece> mark(String text) {
    if (words.isEmpty()) {
      return List.of(new Piece(text, false));
    }
    var pieces = new ArrayList<Piece>();
    var done = 0;
    for (var word : Words.of(text)) {
      if (isSought(word.folded())) {
        if (word.start() > done) {
          pieces.add(new Piece(text.substring(done, word.start()), false));
        }
        pieces.add(new Piece(text.substring(word.start(), word.end()), true));
        done = word.end();
      }
    }
    if (done < text.length()) {
      pieces.add(new Piece(text.substring(done), false));
    }
    return pieces;
  }

  private boolean isSought(String word) {
    return words.contains(word)
        || prefixes.stream().anyMatch(word::startsWith)
        || hasStem(word)
        || compounds.parts(word).stream().anyMatch(this::hasStem);
  }

  private boolean hasStem(String word) {
    return languages.stream()
        .anyMatch(language -> stemmed.contains(language + ":" + stems.of(language, word)));
  }
}
