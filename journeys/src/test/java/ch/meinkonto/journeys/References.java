package ch.meinkonto.journeys;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The names of requests among people, as pages tell them. */
final class References {

  private static final Pattern REFERENCE = Pattern.compile("MK-\\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

  private References() {}

  /** The first that a text tells. */
  static Optional<String> in(String text) {
    return REFERENCE.matcher(text).results().map(MatchResult::group).findFirst();
  }
}
