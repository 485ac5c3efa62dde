package ch.meinkonto.activation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How it stands with a letter that somebody ordered. */
sealed interface LetterStanding {

  /** None was ordered lately. */
  record None() implements LetterStanding {}

  /** It was ordered; the unit has not said yet that it writes. */
  record Ordered(Instant at) implements LetterStanding {}

  /** The unit writes. */
  record Coming(Instant since) implements LetterStanding {}

  /** The unit does not write; in its own words, or without any when it did not answer. */
  record Refused(@Nullable String words) implements LetterStanding {}
}
