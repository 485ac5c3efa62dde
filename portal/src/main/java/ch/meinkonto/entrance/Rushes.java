package ch.meinkonto.entrance;

import ch.meinkonto.platform.memory.NodeMemories;
import ch.meinkonto.platform.memory.NodeMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The rushes as this node knows them. It looks once a second while there is one, else hardly ever:
 * so that a waiting page asks the database nothing.
 */
@Component
class Rushes {

  private static final String ALL = "all";

  /** So long before people gather, nodes begin to look. */
  private static final Duration BEFORE = Duration.ofMinutes(1);

  /** Older than that, what a node knows is not said to be true any more. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final RushRows rows;
  private final Clock clock;
  private final NodeMemory<List<Rush>> memory;
  private volatile Known known = new Known(List.of(), Instant.EPOCH);

  private record Known(List<Rush> rushes, Instant since) {}

  Rushes(RushRows rows, Clock clock, NodeMemories memories) {
    this.rows = rows;
    this.clock = clock;
    this.memory = memories.open("rushes", 1);
  }

  /** The rush for which people wait before this service, if there is one. */
  Optional<Rush> guarding(String service) {
    var rushes = known.rushes;
    if (rushes.isEmpty()) {
      return Optional.empty();
    }
    var now = clock.instant();
    return rushes.stream().filter(rush -> rush.guards(service, now)).findFirst();
  }

  /** Those that people wait for now, or soon. */
  List<Rush> near() {
    var soon = clock.instant().plus(BEFORE);
    return known.rushes.stream().filter(rush -> rush.plan().gathers(soon)).toList();
  }

  /** Whether it is open: by the clock. */
  boolean open(Rush rush) {
    return rush.plan().open(clock.instant());
  }

  /** Whether what this node knows is of these seconds. */
  boolean fresh() {
    return !known.since.plus(FRESH).isBefore(clock.instant());
  }

  /** Looks again. */
  void refresh() {
    var now = clock.instant();
    known = new Known(rows.open(), now);
  }

  /** Looks again if another node, or staff, changed what there is; hardly costs anything. */
  void remember() {
    var now = clock.instant();
    var all = memory.get(ALL, _ -> rows.open());
    if (near().isEmpty()) {
      known = new Known(all == null ? List.of() : all, now);
    }
  }

  /** All nodes look again, this one at once. */
  void changed() {
    memory.changed(ALL);
    refresh();
  }
}
