package ch.meinkonto.catalogue;

import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.Typed;
import ch.meinkonto.directory.Slug;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.web.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What staff typed to announce a disturbance.
 *
 * @param scope {@code all}, {@code unit:…} or {@code service:…}
 * @param from as a browser's field for date and time sends it
 */
public record DisturbanceForm(
    @Nullable String scope,
    @Nullable String german,
    @Nullable String english,
    @Nullable String from,
    @Nullable String until) {

  static final String ALL = "all";
  static final String UNIT = "unit:";
  static final String SERVICE = "service:";

  private static final int LONGEST = 500;
  private static final Duration LONGEST_TIME = Duration.ofDays(60);

  /** An empty form: from now on, for two hours. */
  static DisturbanceForm fresh(String scope, Instant now) {
    return new DisturbanceForm(scope, "", "", written(now), written(now.plus(Duration.ofHours(2))));
  }

  /** The disturbance; notes what is wrong, then gives none. */
  Optional<Disturbance> read(
      StaffMember who, Catalogue catalogue, Instant now, FieldErrors errors) {
    var chosen = scope == null ? "" : scope;
    var service =
        chosen.startsWith(SERVICE) ? service(chosen.substring(SERVICE.length()), catalogue) : null;
    var unit =
        service != null
            ? service.unit()
            : chosen.startsWith(UNIT) ? unit(chosen.substring(UNIT.length())) : null;
    errors.addIf(
        !(chosen.equals(ALL) ? who.seesAll() : unit != null && who.sees(unit, about(service))),
        "scope",
        "catalogue.disturbance.fault.scope");
    text("german", german(), true, errors);
    text("english", english(), false, errors);
    var begins = time(from);
    var ends = time(until);
    errors.addIf(begins == null, "from", "catalogue.disturbance.fault.time");
    errors.addIf(ends == null, "until", "catalogue.disturbance.fault.time");
    if (begins == null || ends == null) {
      return Optional.empty();
    }
    errors.addIf(
        !ends.isAfter(begins) || !ends.isAfter(now), "until", "catalogue.disturbance.fault.order");
    errors.addIf(
        ends.isAfter(now.plus(LONGEST_TIME)),
        "until",
        "catalogue.disturbance.fault.long",
        LONGEST_TIME.toDays());
    return errors.none()
        ? Optional.of(
            new Disturbance(
                Ids.next(),
                unit,
                service == null ? null : service.id(),
                german(),
                english(),
                begins,
                ends))
        : Optional.empty();
  }

  private static @Nullable String about(@Nullable Service service) {
    return service == null ? null : service.id().value();
  }

  @Override
  public String german() {
    return Typed.line(german);
  }

  @Override
  public String english() {
    return Typed.line(english);
  }

  private static void text(String field, String text, boolean needed, FieldErrors errors) {
    errors
        .addIf(needed && text.isEmpty(), field, "catalogue.disturbance.fault.text")
        .addIf(text.length() > LONGEST, field, "catalogue.disturbance.fault.text-long", LONGEST)
        .addIf(Typed.unprintable(text), field, "catalogue.disturbance.fault.unprintable");
  }

  private static @Nullable Service service(String id, Catalogue catalogue) {
    return Slug.fits(id) ? catalogue.find(new ServiceId(id)).orElse(null) : null;
  }

  private static @Nullable UnitId unit(String id) {
    return Slug.fits(id) ? new UnitId(id) : null;
  }

  private static @Nullable Instant time(@Nullable String typed) {
    try {
      return typed == null ? null : LocalDateTime.parse(typed).atZone(Formats.ZONE).toInstant();
    } catch (DateTimeParseException notATime) {
      return null;
    }
  }

  private static String written(Instant instant) {
    return instant
        .atZone(Formats.ZONE)
        .toLocalDateTime()
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }
}
