package ch.meinkonto.catalogue.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/** Words that say nothing about what somebody looks for. */
final class StopWords {

  /** How people begin when they write a sentence into a search. */
  private static final List<String> ASKING =
      List.of(
          "möchte moechte will wollen brauche braucht brauchen benötige wie wo wann was wer warum bitte"
              + " muss müssen kann können könnte gibt geht tun machen macht mache habe hab ich mein"
              + " meine meinen meiner mir mich wir unser unsere man neu neue neuen neuer online gern gerne",
          "i my me we our want need would like how do does can could where when what who please get"
              + " have has am new online to from for of in on at a an the and or with about"
              + " e o il la le les un une des du");

  private StopWords() {}

  /** Folded, with the words that a city adds: its own name stands everywhere. */
  static Set<String> with(List<String> more) {
    var words = new HashSet<String>();
    add(words, GermanAnalyzer.getDefaultStopSet());
    add(words, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
    ASKING.forEach(list -> words.addAll(Words.folded(list)));
    more.forEach(text -> words.addAll(Words.folded(text)));
    return Set.copyOf(words);
  }

  private static void add(Set<String> words, CharArraySet set) {
    for (var word : set) {
      words.addAll(Words.folded(new String((char[]) word)));
    }
  }
}
