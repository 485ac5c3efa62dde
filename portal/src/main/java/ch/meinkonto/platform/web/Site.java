package ch.meinkonto.platform.web;

import java.util.List;
import java.util.Locale;

/**
 * What the page frame says about the city; the module {@code directory} knows it from the city's
 * folder.
 */
public interface Site {

  /** The city’s name in a language. */
  String cityName(Locale locale);

  /** The languages the pages come in, the city's own first. */
  List<Locale> languages();
}
