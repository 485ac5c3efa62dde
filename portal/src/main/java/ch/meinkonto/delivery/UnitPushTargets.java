package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class UnitPushTargets implements PushTargets {

  @Override
  public Set<UnitId> units() {
    return Set.of();
  }

  @Override
  public Optional<URI> of(UnitId unit) {
    return Optional.empty();
  }
}
