package ch.meinkonto.operations;

import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.Unit;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.directory.UnitKeys;
import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which unit has which keys, and what will soon be wrong with them. */
@Component
class KeyRing {

  /** So long before its end a key asks for its successor. */
  private static final Duration SOON = Duration.ofDays(30);

  private final Directory directory;
  private final UnitKeys keys;
  private final Clock clock;

  KeyRing(Directory directory, UnitKeys keys, Clock clock) {
    this.directory = directory;
    this.keys = keys;
    this.clock = clock;
  }

  /** A unit with its keys. */
  record Held(UnitId unit, List<JWK> keys, Optional<JWK> sealing, State state) {}

  /** How a unit's keys are. */
  enum State {
    FINE,
    /** Nothing can be sealed for the unit. */
    MISSING,
    /** The key that seals ends soon, and none follows. */
    EXPIRING
  }

  List<Held> of(StaffMember who) {
    return directory.organisation().units().stream()
        .map(Unit::id)
        .filter(who::sees)
        .map(this::held)
        .toList();
  }

  private Held held(UnitId unit) {
    var all = keys.keys(unit).map(set -> List.copyOf(set.getKeys())).orElseGet(List::of);
    var sealing = keys.sealingKey(unit);
    return new Held(unit, all, sealing, state(sealing, all));
  }

  private State state(Optional<JWK> sealing, List<JWK> all) {
    if (sealing.isEmpty()) {
      return State.MISSING;
    }
    var soon = clock.instant().plus(SOON);
    var lasting =
        all.stream()
            .filter(key -> sealing.get().getKeyUse().equals(key.getKeyUse()))
            .anyMatch(key -> expires(key).filter(end -> end.isBefore(soon)).isEmpty());
    return lasting ? State.FINE : State.EXPIRING;
  }

  /** When a key was made, or counts from. */
  static Optional<Instant> since(JWK key) {
    return Stream.of(
            Optional.ofNullable(key.getIssueTime()), Optional.ofNullable(key.getNotBeforeTime()))
        .flatMap(Optional::stream)
        .map(Date::toInstant)
        .findFirst();
  }

  static Optional<Instant> expires(JWK key) {
    return Optional.ofNullable(key.getExpirationTime()).map(Date::toInstant);
  }
}
