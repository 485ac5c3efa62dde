package ch.meinkonto.form;

import java.text.Collator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The countries by name: Switzerland and its neighbours first, then the alphabet. */
final class Countries {

  private static final List<String> FIRST = List.of("CH", "LI", "DE", "AT", "FR", "IT");
  private static final Map<String, List<Map.Entry<String, String>>> BY_LANGUAGE =
      new ConcurrentHashMap<>();

  private Countries() {}

  static List<Map.Entry<String, String>> in(Locale locale) {
    return BY_LANGUAGE.computeIfAbsent(locale.getLanguage(), language -> sorted(locale));
  }

  private static List<Map.Entry<String, String>> sorted(Locale locale) {
    var collator = Collator.getInstance(locale);
    return Arrays.stream(Locale.getISOCountries())
        .map(code -> Map.entry(code, Locale.of("", code).getDisplayCountry(locale)))
        .sorted((a, b) -> {
          var first = Integer.compare(rank(a.getKey()), rank(b.getKey()));
          return first != 0 ? first : collator.compare(a.getValue(), b.getValue());
        })
        .toList();
  }

  private static int rank(String code) {
    return FIRST.contains(code) ? FIRST.indexOf(code) : FIRST.size();
  }
}
