package ch.meinkonto.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Writes entries into an index in memory. */
final class Index {

  static final String KEY = "key";
  static final String KIND = "kind";

  /** Every word of the entries’ own texts, for what is spelt nearly so. */
  static final String ALL = "all";

  /** Names and search words as a whole. */
  static final String WHOLE = "whole";

  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS);
    WORDS.setTokenized(true);
    WORDS.setOmitNorms(true);
    WORDS.freeze();
  }

  private final Lexicon lexicon;
  private final Compounds compounds;
  private final Stems stems;
  private final Synonyms synonyms;

  Index(Lexicon lexicon, Compounds compounds, Stems stems, Synonyms synonyms) {
    this.lexicon = lexicon;
    this.compounds = compounds;
    this.stems = stems;
    this.synonyms = synonyms;
  }

  IndexSearcher of(List<Entry> entries) {
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      for (var entry : entries) {
        writer.addDocument(document(entry));
      }
      writer.forceMerge(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      var searcher = new IndexSearcher(DirectoryReader.open(directory));
      searcher.setQueryCache(null);
      return searcher;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Document document(Entry entry) {
    var document = new Document();
    document.add(new StoredField(KEY, entry.key()));
    document.add(new StringField(KIND, entry.kind(), Field.Store.NO));
    entry
        .wordings()
        .forEach((language, wording) -> {
          for (var level : Level.values()) {
            add(document, level, language, wording.text(level));
          }
          var others = synonyms(language, wording);
          add(document, Level.SYNONYM, language, String.join(" . ", others));
          field(document, Level.WORDS.alone(language), alone(wording.words()));
          field(document, Level.SYNONYM.alone(language), alone(others));
          whole(document, wording.name());
          wording.words().forEach(words -> whole(document, words));
          others.forEach(words -> whole(document, words));
        });
    return document;
  }

  private Set<String> synonyms(String language, Entry.Wording wording) {
    var said = new ArrayList<String>();
    var texts = new ArrayList<>(wording.words());
    texts.addFirst(wording.name());
    for (var text : texts) {
      Words.folded(text).forEach(word -> said.add(stems.of(language, word)));
      said.add("|");
    }
    return synonyms.of(language, said, stems);
  }

  private void add(Document document, Level level, String language, String text) {
    var words = new ArrayList<String>();
    var stemmed = new ArrayList<String>();
    var parts = new ArrayList<String>();
    for (var word : Words.folded(text)) {
      if (lexicon.isStopWord(word)) {
        continue;
      }
      words.add(word);
      stemmed.add(stems.of(language, word));
      compounds.parts(word).forEach(part -> parts.add(stems.of(language, part)));
    }
    field(document, level.field(language), words);
    field(document, level.stems(language), stemmed);
    field(document, level.parts(language), parts);
    field(document, ALL, words);
  }

  private static List<String> alone(Collection<String> texts) {
    return texts.stream()
        .map(Words::folded)
        .filter(words -> words.size() == 1)
        .map(List::getFirst)
        .toList();
  }

  private static void field(Document document, String name, List<String> words) {
    if (!words.isEmpty()) {
      document.add(new Field(name, String.join(" ", words), WORDS));
    }
  }

  private static void whole(Document document, String text) {
    document.add(new StringField(WHOLE, String.join(" ", Words.folded(text)), Field.Store.NO));
  }
}
