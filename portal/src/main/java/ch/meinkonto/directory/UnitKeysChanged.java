package ch.meinkonto.directory;

import java.util.Set;

/**
 * Something happened to a unit's registered keys, in this transaction: whoever looks after the unit
 * is told.
 *
 * @param contacts the addresses that this registration names, and the one before it
 */
public record UnitKeysChanged(UnitId unit, What what, Set<String> contacts, String fingerprint) {

  public UnitKeysChanged {
    contacts = Set.copyOf(contacts);
  }

  /** What happened. */
  public enum What {
    /** Two operators have to confirm it. */
    HANDED_IN,
    CONFIRMED,
    /** A key that counted signed for new ones. */
    ROTATED,
    REVOKED
  }
}
