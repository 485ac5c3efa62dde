package ch.meinkonto.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Takes texts apart into words, written the same however they were typed: {@code Zügeln}, {@code
 * zuegeln} and {@code zugeln} are one word.
 */
final class Words {

  /** A word of a text and where it stands. */
  record Word(String folded, int start, int end) {}

  private static final int MAX_LENGTH = 64;

  private static final Analyzer ANALYZER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          var tokenizer = new StandardTokenizer();
          tokenizer.setMaxTokenLength(MAX_LENGTH);
          var lower = new LowerCaseFilter(new EnglishPossessiveFilter(tokenizer));
          var folded = new ASCIIFoldingFilter(new GermanNormalizationFilter(lower));
          return new TokenStreamComponents(tokenizer, folded);
        }
      };

  private Words() {}

  /** The words of a text with their places. */
  static List<Word> of(String text) {
    try (var tokens = ANALYZER.tokenStream("", text)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      var offset = tokens.addAttribute(OffsetAttribute.class);
      var words = new ArrayList<Word>();
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(new Word(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      tokens.end();
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a text, folded. */
  static List<String> folded(String text) {
    return of(text).stream().map(Word::folded).toList();
  }
}
