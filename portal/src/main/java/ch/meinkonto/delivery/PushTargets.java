package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Which units want their deliveries pushed, and where to. */
interface PushTargets {

  /** The units that want pushes. */
  Set<UnitId> units();

  /** Where to push a unit's deliveries; empty when it comes for them itself. */
  Optional<URI> of(UnitId unit);
}
