package ch.meinkonto.entrance;

import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.platform.web.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What staff typed to plan a rush.
 *
 * @param opens as a browser's field for date and time sends it
 * @param minutes how long before that people gather
 * @param login {@code true}: only who is logged in takes part in the draw
 */
public record RushForm(
    @Nullable List<String> services,
    @Nullable String opens,
    @Nullable String minutes,
    @Nullable String forecast,
    @Nullable String floor,
    @Nullable String ceiling,
    @Nullable String login) {

  private static final int MOST_MINUTES = 240;
  private static final int MOST_PEOPLE = 1_000_000;
  private static final Duration LATEST = Duration.ofDays(400);

  static RushForm fresh(Instant now, EntranceSettings settings) {
    return new RushForm(
        List.of(),
        LocalDateTime.ofInstant(now.plus(Duration.ofDays(1)), Formats.ZONE)
            .truncatedTo(ChronoUnit.HOURS)
            .toString(),
        "60",
        "",
        Integer.toString(settings.floor()),
        Integer.toString(settings.ceiling()),
        "true");
  }

  @Override
  public List<String> services() {
    return services == null ? List.of() : services;
  }

  /** Whether the box is ticked. */
  public boolean asksForLogin() {
    return "true".equals(login);
  }

  /** The plan; notes what is wrong, then gives none. */
  Optional<Plan> read(ServiceNames names, Instant now, FieldErrors errors) {
    errors.addIf(
        services().isEmpty() || !services().stream().allMatch(names::known),
        "services",
        "entrance.fault.services");
    var opensAt = time(opens);
    errors.addIf(opensAt == null, "opens", "entrance.fault.time");
    errors.addIf(
        opensAt != null && (!opensAt.isAfter(now) || opensAt.isAfter(now.plus(LATEST))),
        "opens",
        "entrance.fault.when");
    var before = number(minutes, 0, MOST_MINUTES, "minutes", errors);
    var expected = isBlank(forecast) ? 0 : number(forecast, 0, MOST_PEOPLE, "forecast", errors);
    var least = number(floor, 1, MOST_PEOPLE, "floor", errors);
    var most = number(ceiling, 1, MOST_PEOPLE, "ceiling", errors);
    errors.addIf(most < least, "ceiling", "entrance.fault.order");
    return opensAt == null || !errors.none()
        ? Optional.empty()
        : Optional.of(
            new Plan(
                services().stream().distinct().toList(),
                true,
                asksForLogin(),
                opensAt.minus(Duration.ofMinutes(before)),
                opensAt,
                expected,
                least,
                most));
  }

  private static int number(
      @Nullable String typed, int least, int most, String field, FieldErrors errors) {
    var number = -1;
    if (typed != null && typed.strip().matches("[0-9]{1,7}")) {
      number = Integer.parseInt(typed.strip());
    }
    errors.addIf(
        number < least || number > most,
        field,
        "entrance.fault.number",
        Telling.grouped(least),
        Telling.grouped(most));
    return number;
  }

  private static boolean isBlank(@Nullable String typed) {
    return typed == null || typed.isBlank();
  }

  private static @Nullable Instant time(@Nullable String typed) {
    try {
      return typed == null ? null : LocalDateTime.parse(typed).atZone(Formats.ZONE).toInstant();
    } catch (DateTimeParseException notATime) {
      return null;
    }
  }
}
