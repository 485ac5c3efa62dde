package ch.meinkonto.entrance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How things stand for somebody who is not in. */
sealed interface Standing {

  /** It opens later, and they take part in the draw; {@code people}: how many do so far. */
  record Before(Instant opensAt, long people) implements Standing {}

  /** It opens later, and only who is logged in takes part in the draw. */
  record LogIn(Instant opensAt) implements Standing {}

  /** A ticket has to be earned: {@code bits} of a hash of the puzzle, or waiting until then. */
  record Task(String puzzle, int bits, Duration pause) implements Standing {}

  /**
   * In line.
   *
   * @param ahead about how many come first
   * @param left about how long it takes; empty while admission is paused
   * @param percent how much of the way is done
   * @param fresh whether what the node knows is of these seconds
   */
  record InLine(long ahead, Optional<Duration> left, int percent, boolean fresh)
      implements Standing {}

  /** It is their turn, or there is nothing to wait for; said to a script that only looks. */
  record Turn() implements Standing {}

  /** The database does not answer; their place stays. */
  record Away() implements Standing {}
}
