package ch.meinkonto.entrance;

import org.jspecify.annotations.Nullable;

/** What becomes of somebody before the door. {@code give}: a ticket for their browser. */
sealed interface Decision {

  /** They go on to what they asked for. */
  record GoOn(@Nullable Ticket give) implements Decision {}

  /** They stay in the waiting room. */
  record Stay(Standing standing, @Nullable Ticket give) implements Decision {}
}
