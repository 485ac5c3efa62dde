package ch.meinkonto.catalogue.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/** Decides how a word is looked for: as it is; and only when that finds nothing, nearly so. */
final class Seeker {

  private static final float STEM = 0.9f;
  private static final float ALONE_PREFIX = 0.9f;
  private static final float PREFIX = 0.7f;
  private static final float PART = 0.6f;
  private static final float COMPOUND = 0.6f;
  private static final float NEARLY = 0.5f;
  private static final float INSIDE = 0.3f;
  private static final float OTHER_LANGUAGE = 0.6f;
  private static final int SHORTEST_PREFIX = 4;
  private static final int SHORTEST_TYPED_PREFIX = 2;
  private static final int MOST_NEAR_WORDS = 6;

  private final IndexSearcher index;
  private final Vocabulary vocabulary;
  private final Compounds compounds;
  private final Stems stems;
  private final List<String> languages;

  Seeker(
      IndexSearcher index,
      Vocabulary vocabulary,
      Compounds compounds,
      Stems stems,
      List<String> languages) {
    this.index = index;
    this.vocabulary = vocabulary;
    this.compounds = compounds;
    this.stems = stems;
    this.languages = List.copyOf(languages);
  }

  /**
   * How a word is looked for.
   *
   * @param typing whether the word may go on: it is the last one
   */
  Sought seek(String word, String language, boolean typing) throws IOException {
    var exactly = exactly(word, language, typing);
    var found = index.count(exactly);
    if (found > 0) {
      return new Sought(word, exactly, found, false, List.of(word));
    }
    var near = vocabulary.near(word, MOST_NEAR_WORDS);
    var nearly = nearly(word, near, language);
    return new Sought(
        word, nearly, index.count(nearly), true, near.stream().map(Vocabulary.Near::word).toList());
  }

  private Query exactly(String word, String language, boolean typing) {
    var ways = new ArrayList<Query>();
    var prefix = word.length() >= (typing ? SHORTEST_TYPED_PREFIX : SHORTEST_PREFIX);
    for (var spoken : languages) {
      var stem = stems.of(spoken, word);
      for (var level : Level.values()) {
        var weight = weight(level, spoken, language);
        ways.add(is(level.field(spoken), word, weight));
        ways.add(is(level.stems(spoken), stem, weight * STEM));
        ways.add(is(level.parts(spoken), stem, weight * PART));
        if (prefix && level != Level.REST) {
          // Who types “zü” means “zügeln” sooner than the first word of “Züri wie neu”, or a name.
          ways.add(begins(level.alone(spoken), word, weight * ALONE_PREFIX));
          ways.add(begins(level.field(spoken), word, weight * PREFIX));
        }
      }
      var parts = compounds.parts(word);
      if (!parts.isEmpty()) {
        ways.add(new BoostQuery(together(parts, spoken, language), COMPOUND));
      }
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  /** All parts of a compound, wherever they stand. */
  private Query together(List<String> parts, String spoken, String language) {
    var all = new BooleanQuery.Builder();
    for (var part : parts) {
      all.add(new BoostQuery(part(part, spoken, language), 1f / parts.size()), Occur.MUST);
    }
    return all.build();
  }

  private Query part(String part, String spoken, String language) {
    var stem = stems.of(spoken, part);
    var ways = new ArrayList<Query>();
    for (var level : Level.values()) {
      var weight = weight(level, spoken, language);
      ways.add(is(level.stems(spoken), stem, weight));
      ways.add(is(level.parts(spoken), stem, weight * PART));
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  private Query nearly(String word, List<Vocabulary.Near> near, String language) {
    var ways = new ArrayList<Query>();
    var inside = word.length() >= SHORTEST_PREFIX && vocabulary.hasInside(word);
    for (var spoken : languages) {
      for (var level : Level.values()) {
        var weight = weight(level, spoken, language);
        near.forEach(other ->
            ways.add(is(level.field(spoken), other.word(), weight * NEARLY * other.likeness())));
        if (inside && level.weight > Level.SUMMARY.weight) {
          var around = new WildcardQuery(new Term(level.field(spoken), "*" + word + "*"));
          ways.add(scored(around, weight * INSIDE));
        }
      }
      compounds
          .pieces(word)
          .forEach(piece -> ways.add(new BoostQuery(part(piece, spoken, language), INSIDE)));
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static float weight(Level level, String spoken, String language) {
    return level.weight * (spoken.equals(language) ? 1 : OTHER_LANGUAGE);
  }

  private static Query is(String field, String word, float weight) {
    return scored(new TermQuery(new Term(field, word)), weight);
  }

  private static Query begins(String field, String word, float weight) {
    return scored(new PrefixQuery(new Term(field, word)), weight);
  }

  private static Query scored(Query query, float weight) {
    return new BoostQuery(new ConstantScoreQuery(query), weight);
  }
}
