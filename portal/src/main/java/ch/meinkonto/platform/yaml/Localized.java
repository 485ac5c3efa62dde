package ch.meinkonto.platform.yaml;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Something that is said in several languages: a text, or a list of texts. A language may have an
 * easy variant beside it, with the subtag that BCP 47 registers for it: {@code de-simple}.
 *
 * @param values the value by language (BCP 47), never without the fallback's
 * @param fallback the language that stands in where one is missing
 */
public record Localized<T>(Map<String, T> values, String fallback) {

  public Localized {
    values = Map.copyOf(values);
    if (!values.containsKey(fallback)) {
      throw new IllegalArgumentException("no value in the fallback language " + fallback);
    }
  }

  /** The same in the fallback language only. */
  public static <T> Localized<T> only(String language, T value) {
    return new Localized<>(Map.of(language, value), language);
  }

  /** How the easy variant of a language is called. */
  public static String easy(String language) {
    return language + "-simple";
  }

  /** Whether it is said in the easy variant of this language, too. */
  public boolean hasEasy(Locale locale) {
    return values.containsKey(easy(locale.getLanguage()));
  }

  /** This language; or its easy variant, where that is wanted and this is said in it. */
  public Locale read(Locale locale, boolean easy) {
    return easy && hasEasy(locale) ? Locale.forLanguageTag(easy(locale.getLanguage())) : locale;
  }

  /**
   * The value in this language ({@code de-CH} takes {@code de}, {@code de-simple} the easy variant
   * where there is one), or in the fallback's.
   */
  public T in(Locale locale) {
    var variant = values.get(locale.toLanguageTag());
    return variant == null ? in(locale.getLanguage()) : variant;
  }

  /** The value in this language, or in the fallback's. */
  public T in(String language) {
    var value = values.get(language);
    return value == null ? Objects.requireNonNull(values.get(fallback)) : value;
  }

  /** Each language's value turned into something else. */
  public <R> Localized<R> map(Function<? super T, ? extends R> change) {
    return new Localized<>(
        values.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> change.apply(e.getValue()))),
        fallback);
  }
}
