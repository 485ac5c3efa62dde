package ch.meinkonto.entrance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a rush before it begins.
 *
 * @param services before whose forms and offers people wait
 * @param planned whether staff planned it; else it opened by itself
 * @param login whether only who is logged in takes part in the draw before opening
 * @param gathersAt from when on those who come are shuffled
 * @param opensAt when the first get in; who comes later queues
 * @param forecast how many people are expected, 0 when nobody knows
 * @param floor how many a minute get in at least
 * @param ceiling how many at most
 */
record Plan(
    List<String> services,
    boolean planned,
    boolean login,
    Instant gathersAt,
    Instant opensAt,
    int forecast,
    int floor,
    int ceiling) {

  /** After how long without anybody waiting it is over. */
  private static final Duration QUIET_PLANNED = Duration.ofMinutes(30);

  private static final Duration QUIET_BY_ITSELF = Duration.ofMinutes(5);

  Plan {
    services = List.copyOf(services);
  }

  boolean gathers(Instant now) {
    return !now.isBefore(gathersAt);
  }

  boolean open(Instant now) {
    return !now.isBefore(opensAt);
  }

  Duration quiet() {
    return planned ? QUIET_PLANNED : QUIET_BY_ITSELF;
  }
}
