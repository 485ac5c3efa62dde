package ch.meinkonto.request;

import ch.meinkonto.directory.UnitId;

/** Which units are offered nothing for a while; who brings them their requests knows. */
public interface PausedUnits {

  /** Whether what is for this unit waits now. */
  boolean isPaused(UnitId unit);
}
