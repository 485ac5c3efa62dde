package ch.meinkonto.delivery;

import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.Unit;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.directory.UnitKeys;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The units that laid an address for pushes beside their keys. */
@Component
class UnitPushTargets implements PushTargets {

  private final Directory directory;
  private final UnitKeys keys;

  UnitPushTargets(Directory directory, UnitKeys keys) {
    this.directory = directory;
    this.keys = keys;
  }

  @Override
  public Set<UnitId> units() {
    return directory.organisation().units().stream()
        .map(Unit::id)
        .filter(unit -> keys.pushTo(unit).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Optional<URI> of(UnitId unit) {
    return keys.pushTo(unit);
  }
}
