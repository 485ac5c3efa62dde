package ch.meinkonto.journeys;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The names of requests among people, as pages tell them. */
final class References {

  private static final Pattern REFERENCE = Pattern.compile("MK-\\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

  private References() {}

  /** All that a text tells, each once. */
  static List<String> all(String text) {
    return REFERENCE.matcher(text).results().map(MatchResult::group).distinct().toList();
  }

  /** The first that a text tells. */
  static Optional<String> in(String text) {
    return REFERENCE.matcher(text).results().map(MatchResult::group).findFirst();
  }
}
