package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Calendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * On which days of this year and the next something happens in each area: {@code calendars} of
 * {@code simulation.yaml}, by service. Each area has its weekday and its week, by its number.
 */
final class YearPlan {

  private static final int WORKING_DAYS = 5;

  private final Map<String, Plan> byService;

  private YearPlan(Map<String, Plan> byService) {
    this.byService = byService;
  }

  private record Plan(String unit, List<String> areas, List<Kind> kinds) {}

  /**
   * @param weeks how many weeks lie between two of its days
   */
  private record Kind(String id, int weeks, Map<String, String> title, Map<String, String> note) {}

  static YearPlan read(Path city) {
    try (var reader = Files.newBufferedReader(city.resolve("simulation.yaml"))) {
      Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(reader);
      return new YearPlan(
          file.getOrDefault("calendars", Map.of()).entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      one -> JsonMapper.shared().convertValue(one.getValue(), Plan.class))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> services() {
    return byService.keySet();
  }

  String unit(String service) {
    return plan(service).unit();
  }

  private Plan plan(String service) {
    var plan = byService.get(service);
    if (plan == null) {
      throw new IllegalArgumentException("no calendars of " + service);
    }
    return plan;
  }

  /** All calendars of a service, by id: one for each kind in each area. */
  SortedMap<String, Calendar> of(String service, int year) {
    var plan = plan(service);
    var calendars = new TreeMap<String, Calendar>();
    for (var area : plan.areas()) {
      for (var kind : plan.kinds()) {
        calendars.put(kind.id() + "-" + area, calendar(kind, area, year));
      }
    }
    return calendars;
  }

  private static Calendar calendar(Kind kind, String area, int year) {
    var number = Integer.parseInt(area) + kind.id().length();
    var first =
        LocalDate.of(year, 1, 1).plusDays(number % WORKING_DAYS).plusWeeks(number % kind.weeks());
    var entries =
        first
            .datesUntil(LocalDate.of(year + 2, 1, 1), Period.ofWeeks(kind.weeks()))
            .map(day ->
                new Calendar.Entry(
                    kind.id() + "-" + day, kind.title(), day, null, null, null, kind.note()))
            .toList();
    return new Calendar(
        kind.title().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue() + ", " + area)),
        entries);
  }
}
