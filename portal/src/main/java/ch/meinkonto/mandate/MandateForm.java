package ch.meinkonto.mandate;

import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.account.Typed;
import ch.meinkonto.catalogue.ServiceId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody types who gives a mandate.
 *
 * @param services ids of services
 * @param day of the last day on which it is to count, as typed; {@code month} and {@code year} too
 */
public record MandateForm(List<String> services, String day, String month, String year) {

  static final String SERVICES = "dienste";
  static final String UNTIL = "bis";

  public MandateForm {
    services = List.copyOf(services);
  }

  /** For a page that nobody has filled in yet. */
  static MandateForm proposing(List<String> services, LocalDate lastDay) {
    return new MandateForm(
        services,
        Integer.toString(lastDay.getDayOfMonth()),
        Integer.toString(lastDay.getMonthValue()),
        Integer.toString(lastDay.getYear()));
  }

  static MandateForm of(MultiValueMap<String, String> sent) {
    return new MandateForm(
        sent.getOrDefault(SERVICES, List.of()),
        Typed.line(sent.getFirst(UNTIL + ".day")),
        Typed.line(sent.getFirst(UNTIL + ".month")),
        Typed.line(sent.getFirst(UNTIL + ".year")));
  }

  /** The last day, if there is such a day; null otherwise. */
  @Nullable LocalDate lastDay() {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  /**
   * What is wrong with it.
   *
   * @param chosen what of the services can be chosen
   */
  FieldErrors check(List<ServiceId> chosen, int most, LocalDate today, LocalDate latest) {
    var until = lastDay();
    return new FieldErrors()
        .addIf(chosen.isEmpty(), SERVICES, "mandate.services.none")
        .addIf(chosen.size() > most, SERVICES, "mandate.services.many", most)
        .addIf(until == null, UNTIL, "mandate.until.no-day")
        .addIf(until != null && until.isBefore(today), UNTIL, "mandate.until.past")
        .addIf(until != null && until.isAfter(latest), UNTIL, "mandate.until.late");
  }
}
