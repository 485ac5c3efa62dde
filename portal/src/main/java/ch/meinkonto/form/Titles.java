package ch.meinkonto.form;

import ch.meinkonto.platform.yaml.Languages;
import ch.meinkonto.platform.yaml.Localized;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What things in a schema are called: {@code title} in the language of the city’s offices, {@code
 * x-titles} in the others, by language.
 */
final class Titles {

  /** The portal’s own texts. */
  @FunctionalInterface
  interface Words {
    String of(String key, String language);
  }

  private final List<String> languages;
  private final String first;
  private final Words words;

  Titles(Languages languages, Words words) {
    this.languages = languages.codes();
    this.first = languages.fallback();
    this.words = words;
  }

  /** A text of the service’s file. */
  Map<String, Object> of(Text text) {
    return of(text.plain());
  }

  /** A text of the portal. */
  Map<String, Object> of(String key) {
    var texts = new TreeMap<String, String>();
    languages.forEach(language -> texts.put(language, words.of(key, language)));
    return of(new Localized<>(texts, first));
  }

  /** A text, whoever says it. */
  Map<String, Object> of(Localized<String> text) {
    var titled = new LinkedHashMap<String, Object>();
    titled.put("title", text.in(first));
    var others = new TreeMap<>(text.values());
    others.remove(first);
    others.keySet().retainAll(languages); // not how they are said easily
    if (!others.isEmpty()) {
      titled.put("x-titles", others);
    }
    return titled;
  }
}
