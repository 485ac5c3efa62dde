package ch.meinkonto.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** Finds entries by what people type. Immutable; many may search at once. */
public final class Search {

  private static final int LONGEST_QUERY = 200;
  private static final int MOST_WORDS = 12;

  /** What is said as a whole outweighs everything else. */
  private static final float WHOLE = 6;

  /** What scores less than this share of the best was not meant. */
  private static final float WORTH_SHOWING = 0.12f;

  private static final int MOST_HITS = 200;

  private final IndexSearcher index;
  private final Lexicon lexicon;
  private final Compounds compounds;
  private final Stems stems;
  private final List<String> languages;
  private final Seeker seeker;

  private Search(
      IndexSearcher index,
      Vocabulary vocabulary,
      Lexicon lexicon,
      Compounds compounds,
      Stems stems,
      List<String> languages) {
    this.index = index;
    this.lexicon = lexicon;
    this.compounds = compounds;
    this.stems = stems;
    this.languages = languages;
    this.seeker = new Seeker(index, vocabulary, compounds, stems, languages);
  }

  /**
   * Makes a search for entries.
   *
   * @param common words that say nothing because they fit to everything, such as the city’s name
   */
  public static Search of(
      List<Entry> entries, Synonyms synonyms, List<String> languages, List<String> common) {
    var lexicon = new Lexicon(StopWords.with(common));
    // By level, so that names decide how a word is written.
    for (var level : Level.values()) {
      entries.forEach(entry ->
          entry.wordings().values().forEach(wording -> lexicon.learn(wording.text(level))));
    }
    var compounds = lexicon.compounds();
    var stems = new Stems();
    var index = new Index(lexicon, compounds, stems, synonyms).of(entries);
    try {
      var vocabulary = Vocabulary.of(index.getIndexReader());
      return new Search(index, vocabulary, lexicon, compounds, stems, List.copyOf(languages));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The entries of a kind that fit, the best first. Whatever is typed is only words: there is no
   * syntax.
   */
  public Results search(String typed, String kind, String language, int limit) {
    var text = typed.length() > LONGEST_QUERY ? typed.substring(0, LONGEST_QUERY) : typed;
    var words = lexicon.meaning(Words.folded(text)).stream().distinct().limit(MOST_WORDS).toList();
    if (words.isEmpty()) {
      return Results.nothing();
    }
    try {
      return search(text, words, kind, language, limit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Results search(String text, List<String> words, String kind, String language, int limit)
      throws IOException {
    var sought = new ArrayList<Sought>();
    for (var word : words) {
      sought.add(seeker.seek(word, language, word.equals(words.getLast())));
    }
    var found = sought.stream().filter(one -> one.frequency() > 0).toList();
    if (found.isEmpty()) {
      return Results.nothing();
    }
    var whole = new TermQuery(new Term(Index.WHOLE, String.join(" ", Words.folded(text))));
    var top = run(found, whole, kind, atLeast(found.size()));
    if (top.totalHits.value() == 0 && found.size() > 1) {
      top = run(found, whole, kind, 1);
    }
    var hits = hits(top);
    return new Results(
        hits.stream().limit(limit).toList(), hits.size(), meant(text, sought), marker(found));
  }

  /** Two words must both fit; of a sentence most. */
  private static int atLeast(int words) {
    return words <= 2 ? words : (int) Math.ceil(words * 0.6);
  }

  private TopDocs run(List<Sought> sought, Query whole, String kind, int atLeast)
      throws IOException {
    var words = new BooleanQuery.Builder().setMinimumNumberShouldMatch(atLeast);
    var entries = index.getIndexReader().numDocs();
    for (var word : sought) {
      var rarity = (float) Math.log(1 + (double) entries / word.frequency());
      words.add(new BoostQuery(word.query(), rarity), Occur.SHOULD);
    }
    var query =
        new BooleanQuery.Builder()
            .add(words.build(), Occur.MUST)
            .add(new BoostQuery(new ConstantScoreQuery(whole), WHOLE), Occur.SHOULD)
            .add(new TermQuery(new Term(Index.KIND, kind)), Occur.FILTER)
            .build();
    return index.search(query, MOST_HITS);
  }

  private List<Results.Hit> hits(TopDocs top) throws IOException {
    var stored = index.storedFields();
    var hits = new ArrayList<Results.Hit>();
    for (var document : top.scoreDocs) {
      if (document.score >= top.scoreDocs[0].score * WORTH_SHOWING) {
        hits.add(new Results.Hit(stored.document(document.doc).get(Index.KEY), document.score));
      }
    }
    return hits;
  }

  /** What was typed, each unknown word replaced by the known one that looks most like it. */
  private Optional<String> meant(String text, List<Sought> sought) {
    var unknown =
        sought.stream()
            .filter(word -> word.nearly() && !word.taken().isEmpty())
            .collect(Collectors.toMap(Sought::word, word -> word.taken().getFirst()));
    if (unknown.isEmpty()) {
      return Optional.empty();
    }
    var meant = new StringBuilder();
    var done = 0;
    for (var word : Words.of(text)) {
      var known = unknown.get(word.folded());
      meant.append(text, done, word.start());
      meant.append(
          known == null ? text.substring(word.start(), word.end()) : lexicon.written(known));
      done = word.end();
    }
    return Optional.of(meant.append(text.substring(done)).toString());
  }

  private Marker marker(List<Sought> found) {
    var words = new HashSet<String>();
    found.forEach(word -> words.addAll(word.taken()));
    var prefixes = found.stream().filter(word -> !word.nearly()).map(Sought::word).toList();
    return new Marker(words, prefixes, languages, stems, compounds);
  }
}
