package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;

/** Where to push to, as a test says. */
@Primary
public class TestPushTargets implements PushTargets {

  private final Map<UnitId, URI> targets = new ConcurrentHashMap<>();

  void put(String unit, URI target) {
    targets.put(new UnitId(unit), target);
  }

  @Override
  public Set<UnitId> units() {
    return Set.copyOf(targets.keySet());
  }

  @Override
  public Optional<URI> of(UnitId unit) {
    return Optional.ofNullable(targets.get(unit));
  }
}
