package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Offer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * What the city's offices offer to be booked: {@code offers} of {@code simulation.yaml}, by
 * service. What is said there of weeks counts from today, so that there always is something to
 * book; the same course keeps its id until it is over.
 */
final class Timetable {

  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
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

  /** What is offered from this day on, by id. */
  SortedMap<String, Offer> of(String service, LocalDate today) {
    var offers = new TreeMap<String, Offer>();
    for (var one : byService.getOrDefault(service, List.of())) {
      for (var week : numbers(one, "weeks")) {
        var monday = today.plusWeeks(week).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (one.containsKey("days")) {
          times(one).forEach(time -> put(offers, one, days(one, monday), time));
        } else {
          for (var day : texts(one, "weekdays")) {
            var date = monday.with(Objects.requireNonNull(DAYS.get(day)));
            times(one).forEach(time -> put(offers, one, List.of(date), time));
          }
        }
      }
    }
    return offers;
  }

  /** The first and the last day of something that takes several. */
  private static List<LocalDate> days(Map<String, Object> one, LocalDate monday) {
    return List.of(monday, monday.plusDays(numbers(one, "days").getFirst() - 1L));
  }

  private static void put(
      Map<String, Offer> offers, Map<String, Object> one, List<LocalDate> days, String time) {
    var first = days.getFirst();
    var id =
        one.get("id")
            + "-"
            + first
            + (times(one).size() > 1 ? "-" + time.replaceAll("[^0-9].*", "") : "");
    var begin = LocalTime.parse(time.split("-", 2)[0]);
    var end = LocalTime.parse(time.split("-", 2)[1]);
    var opens = (Integer) one.get("opens-before");
    offers.put(
        id,
        new Offer(
            Objects.requireNonNull(words(one, "name")),
            words(one, "about"),
            words(one, "category"),
            words(one, "place"),
            Map.of(
                "de",
                schedule(days, begin, end, Locale.GERMAN),
                "en",
                schedule(days, begin, end, Locale.ENGLISH)),
            first.atTime(begin).atZone(ZONE).toInstant(),
            days.getLast().atTime(end).atZone(ZONE).toInstant(),
            numbers(one, "places").getFirst(),
            one.get("price") == null ? null : new BigDecimal(String.valueOf(one.get("price"))),
            opens == null ? null : first.minusDays(opens).atTime(8, 0).atZone(ZONE).toInstant(),
            first
                .minusDays(one.get("closes-before") instanceof Integer days1 ? days1 : 1)
                .atTime(12, 0)
                .atZone(ZONE)
                .toInstant(),
            null,
            map(one.get("values"))));
  }

  /** Montag, 8. Februar 2027, 9.00 bis 9.45 Uhr. */
  private static String schedule(
      List<LocalDate> days, LocalTime begin, LocalTime end, Locale locale) {
    var german = locale.equals(Locale.GERMAN);
    var date =
        DateTimeFormatter.ofPattern(german ? "EEEE, d. MMMM yyyy" : "EEEE, d MMMM yyyy", locale);
    var short_ = DateTimeFormatter.ofPattern(german ? "d. MMMM" : "d MMMM", locale);
    var time = DateTimeFormatter.ofPattern("H.mm", locale);
    var when =
        days.size() == 1
            ? date.format(days.getFirst())
            : short_.format(days.getFirst())
                + (german ? " bis " : " to ")
                + DateTimeFormatter.ofPattern(german ? "d. MMMM yyyy" : "d MMMM yyyy", locale)
                    .format(days.getLast());
    return when
        + ", "
        + time.format(begin)
        + (german ? " bis " : " to ")
        + time.format(end)
        + (german ? " Uhr" : "");
  }

  private static List<String> times(Map<String, Object> one) {
    return texts(one, "times");
  }

  private static List<String> texts(Map<String, Object> one, String key) {
    return one.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(one.get(key)));
  }

  private static List<Integer> numbers(Map<String, Object> one, String key) {
    var numbers = new ArrayList<Integer>();
    texts(one, key).forEach(text -> numbers.add(Integer.valueOf(text)));
    return numbers;
  }

  private static @Nullable Map<String, String> words(Map<String, Object> one, String key) {
    return switch (one.get(key)) {
      case Map<?, ?> words -> {
        var texts = new TreeMap<String, String>();
        words.forEach(
            (language, text) -> texts.put(String.valueOf(language), String.valueOf(text)));
        yield texts;
      }
      case null -> null;
      case Object text -> Map.of("de", text.toString());
    };
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) value;
  }
}
