package ch.meinkonto.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message, opened.
 *
 * @param answeredAt when a question was answered, or a formal delivery opened; null while it waits,
 *     and for all other kinds
 * @param body of a formal delivery that was not opened, covered
 */
record Letter(
    UUID id, MessageKind kind, Instant writtenAt, @Nullable Instant answeredAt, Body body) {

  /** Whether it waits for an answer. */
  boolean waits() {
    return kind == MessageKind.QUESTION && answeredAt == null;
  }
}
