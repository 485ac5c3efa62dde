package ch.meinkonto.platform.web;

import java.util.List;
import java.util.Locale;

/** The languages that the pages come in. */
@FunctionalInterface
interface Languages {

  /** At least one; the first is what people get whose language is not among them. */
  List<Locale> all();
}
