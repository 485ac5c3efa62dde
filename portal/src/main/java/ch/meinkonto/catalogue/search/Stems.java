package ch.meinkonto.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** What is left of a word without its inflection, lightly, by language. */
final class Stems {

  /** Enough for the words of a large city’s texts; what people type must not fill the memory. */
  private static final int MAX_REMEMBERED = 50_000;

  private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();
  private final Map<String, Analyzer> analyzers = new ConcurrentHashMap<>();

  String of(String language, String folded) {
    var stems = known.computeIfAbsent(language, any -> new ConcurrentHashMap<>());
    var stem = stems.get(folded);
    if (stem == null) {
      stem = stem(language, folded);
      if (stems.size() < MAX_REMEMBERED) {
        stems.put(folded, stem);
      }
    }
    return stem;
  }

  private String stem(String language, String word) {
    var analyzer = analyzers.computeIfAbsent(language, Stems::analyzer);
    try (var tokens = analyzer.tokenStream("", word)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      var stem = tokens.incrementToken() ? term.toString() : word;
      tokens.end();
      return stem;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Analyzer analyzer(String language) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        var word = new KeywordTokenizer();
        return new TokenStreamComponents(word, filter(language, word));
      }
    };
  }

  private static TokenStream filter(String language, TokenStream word) {
    TokenFilter filter =
        switch (language) {
          case "de" -> new GermanLightStemFilter(word);
          case "en" -> new KStemFilter(word);
          case "fr" -> new FrenchLightStemFilter(word);
          case "it" -> new ItalianLightStemFilter(word);
          default -> null;
        };
    return filter == null ? word : filter;
  }
}
