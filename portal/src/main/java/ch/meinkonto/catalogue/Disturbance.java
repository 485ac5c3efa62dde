package ch.meinkonto.catalogue;

import ch.meinkonto.directory.UnitId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that does not work for a while.
 *
 * @param unit whose services it is about; null for those of all units
 * @param service which service it is about; null for all of the unit
 * @param german what residents read
 * @param english the same; empty where German is all there is
 */
record Disturbance(
    UUID id,
    @Nullable UnitId unit,
    @Nullable ServiceId service,
    String german,
    String english,
    Instant begins,
    Instant ends) {

  /** Whether it is about this service. */
  boolean concerns(Service other) {
    return service != null ? service.equals(other.id()) : unit == null || unit.equals(other.unit());
  }

  boolean lasts(Instant now) {
    return !begins.isAfter(now) && ends.isAfter(now);
  }

  String in(Locale locale) {
    return english.isEmpty() || locale.getLanguage().equals("de") ? german : english;
  }
}
