package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Offer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/**
 * What the city's offices offer to be booked: {@code offers} of {@code simulation.yaml}, by
 * service. What is said there of weeks counts from today, so that there always is something to
 * book; the same course keeps its id until it is over. What has several times may also be offered
 * as one: {@code whole-day} takes all times of a day, {@code series} the same time of all weeks.
 * What is given by lot may be offered again and again: {@code draw-every}.
 */
final class Timetable {

  private static final Map<String, DayOfWeek> DAYS =
      Map.of(
          "mo", DayOfWeek.MONDAY,
          "tu", DayOfWeek.TUESDAY,
          "we", DayOfWeek.WEDNESDAY,
          "th", DayOfWeek.THURSDAY,
          "fr", DayOfWeek.FRIDAY,
          "sa", DayOfWeek.SATURDAY,
          "su", DayOfWeek.SUNDAY);

  private final Map<String, List<Map<String, Object>>> byService;

  private Timetable(Map<String, List<Map<String, Object>>> byService) {
    this.byService = byService;
  }

  static Timetable read(Path city) {
    try (var reader = Files.newBufferedReader(city.resolve("simulation.yaml"))) {
      Map<String, Map<String, List<Map<String, Object>>>> file = new Yaml().load(reader);
      return new Timetable(file.getOrDefault("offers", Map.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The services by which something is booked. */
  List<String> services() {
    return List.copyOf(byService.keySet());
  }

  /** What is offered from this moment on, by id. */
  SortedMap<String, Offer> of(String service, LocalDateTime now) {
    var today = now.toLocalDate();
    var offers = new TreeMap<String, Offer>();
    for (var one : byService.getOrDefault(service, List.of())) {
      var template = new OfferTemplate(one, now);
      var mondays =
          template.numbers("weeks").stream()
              .map(week ->
                  today.plusWeeks(week).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
              .toList();
      if (template.has("days")) {
        var more = template.numbers("days").getFirst() - 1L;
        mondays.forEach(monday -> template.offer(offers, monday, monday.plusDays(more)));
      } else {
        for (var name : template.texts("weekdays")) {
          var day = Objects.requireNonNull(DAYS.get(name));
          onDays(offers, template, mondays.stream().map(monday -> monday.with(day)).toList());
        }
      }
    }
    return offers;
  }

  /** On the same day of several weeks. */
  private static void onDays(
      Map<String, Offer> offers, OfferTemplate template, List<LocalDate> days) {
    days.forEach(day -> template.offer(offers, day, day));
    if (template.has("whole-day")) {
      days.forEach(day -> template.offerWholeDay(offers, day));
    }
    if (template.has("series")) {
      template.offerSeries(offers, days);
    }
  }
}
