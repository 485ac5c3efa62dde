package ch.meinkonto.statistics;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.Slug;
import ch.meinkonto.directory.Unit;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.web.NotFound;
import java.text.Collator;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Of what one can see numbers. */
@Component
class Choices {

  private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");
  private static final int REST_OF_A_YEAR = 11;

  private final Catalogue catalogue;
  private final Directory directory;

  Choices(Catalogue catalogue, Directory directory) {
    this.catalogue = catalogue;
    this.directory = directory;
  }

  /**
   * What an address asks for; what is empty leaves out nothing.
   *
   * @throws NotFound when there is no such period, unit or service
   */
  Choice of(String period, String unit, String service, YearMonth first, YearMonth last) {
    var chosenUnit = found(unit, id -> directory.unit(new UnitId(id)));
    var chosenService = found(service, id -> catalogue.find(new ServiceId(id)));
    if (period.isEmpty() || period.equals(Choice.ALL)) {
      return new Choice(Choice.ALL, first, last, chosenUnit, chosenService);
    }
    var from = period.equals(Choice.LAST_YEAR) ? last.minusMonths(REST_OF_A_YEAR) : january(period);
    var to = period.equals(Choice.LAST_YEAR) ? last : from.plusMonths(REST_OF_A_YEAR);
    if (from.isAfter(last) || to.isBefore(first)) {
      throw new NotFound();
    }
    return new Choice(
        period,
        from.isBefore(first) ? first : from,
        to.isAfter(last) ? last : to,
        chosenUnit,
        chosenService);
  }

  private static YearMonth january(String year) {
    if (!YEAR.matcher(year).matches()) {
      throw new NotFound();
    }
    return YearMonth.of(Integer.parseInt(year), 1);
  }

  private static <T> Optional<T> found(String id, Function<String, Optional<T>> find) {
    if (id.isEmpty()) {
      return Optional.empty();
    }
    if (!Slug.fits(id)) {
      throw new NotFound();
    }
    return Optional.of(find.apply(id).orElseThrow(NotFound::new));
  }

  /** The years of which there are numbers, the newest first. */
  static List<Integer> years(YearMonth first, YearMonth last) {
    var years = new ArrayList<Integer>();
    for (var year = last.getYear(); year >= first.getYear(); year--) {
      years.add(year);
    }
    return years;
  }

  List<Map.Entry<String, String>> periods(YearMonth first, YearMonth last, Wording wording) {
    var periods = new ArrayList<Map.Entry<String, String>>();
    periods.add(Map.entry(Choice.ALL, wording.text("period.all")));
    periods.add(Map.entry(Choice.LAST_YEAR, wording.text("period.year")));
    years(first, last).forEach(year -> periods.add(Map.entry("" + year, "" + year)));
    return periods;
  }

  /** Units that offer something. */
  List<Map.Entry<String, String>> units(Locale locale) {
    var alphabet = Collator.getInstance(locale);
    return catalogue.offer().services().stream()
        .map(Service::unit)
        .distinct()
        .map(id -> directory.unit(id).orElse(null))
        .filter(Objects::nonNull)
        .map((Unit unit) -> Map.entry(unit.id().value(), unit.name().in(locale)))
        .sorted(Map.Entry.comparingByValue(alphabet))
        .toList();
  }

  List<Map.Entry<String, String>> services(Locale locale) {
    return catalogue.all(locale).stream()
        .map(service -> Map.entry(service.id().value(), service.name(locale)))
        .toList();
  }
}
