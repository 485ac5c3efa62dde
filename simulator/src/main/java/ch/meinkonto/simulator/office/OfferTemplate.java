package ch.meinkonto.simulator.office;

import ch.meinkonto.contract.Offer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an office offers again and again: all of it but the days.
 *
 * @param keys as {@code simulation.yaml} has them
 * @param now in the city
 */
record OfferTemplate(Map<String, Object> keys, LocalDateTime now) {

  /** So much time there is at least to enter a draw. */
  private static final int LEAST = 3;

  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
  private static final DateTimeFormatter DRAW =
      DateTimeFormatter.ofPattern("yyyyMMddHHmm", Locale.ROOT);

  /** From one day to another, at each of its times. */
  void offer(Map<String, Offer> offers, LocalDate first, LocalDate last) {
    texts("times").forEach(time -> offers.put(id(first, time), offer(first, last, time)));
  }

  /** All times of a day as one. */
  void offerWholeDay(Map<String, Offer> offers, LocalDate day) {
    var times = texts("times");
    var time = times.getFirst().split("-", 2)[0] + "-" + times.getLast().split("-", 2)[1];
    var singles = times.stream().map(single -> id(day, single)).toList();
    offers.put(keys.get("id") + "-day-" + day, taking("whole-day", singles).offer(day, day, time));
  }

  /** The same time of all these days as one. */
  void offerSeries(Map<String, Offer> offers, List<LocalDate> days) {
    for (var time : texts("times")) {
      var singles = days.stream().map(day -> id(day, time)).toList();
      offers.put(
          keys.get("id") + "-series-" + days.getFirst() + "-" + hour(time),
          taking("series", singles).offer(days.getFirst(), days.getLast(), time));
    }
  }

  /**
   * The same but for what the part of this name says otherwise, taking the single offers along. Its
   * id comes after theirs, so that they are published first.
   */
  private OfferTemplate taking(String part, List<String> singles) {
    var taking = new HashMap<>(keys);
    var price = price();
    if (price != null) {
      taking.put("price", price.multiply(BigDecimal.valueOf(singles.size())));
    }
    taking.putAll(Objects.requireNonNull(map(part)));
    taking.put("takes", singles);
    return new OfferTemplate(taking, now);
  }

  private String id(LocalDate day, String time) {
    return keys.get("id")
        + "-"
        + day
        + (texts("times").size() > 1 ? "-" + hour(time) : "")
        + (has("draw-every") ? "-" + DRAW.format(closes(day)) : "");
  }

  /** When one can book, or enter a draw, no more. */
  private LocalDateTime closes(LocalDate first) {
    if (!has("draw-every")) {
      return first.minusDays((Integer) keys.getOrDefault("closes-before", 1)).atTime(12, 0);
    }
    var every = numbers("draw-every").getFirst();
    var soonest = now.plusMinutes(LEAST).get(ChronoField.MINUTE_OF_DAY);
    var midnight = now.plusMinutes(LEAST).toLocalDate().atStartOfDay();
    return midnight.plusMinutes((soonest / every + 1L) * every);
  }

  private static String hour(String time) {
    return time.replaceAll("[^0-9].*", "");
  }

  private Offer offer(LocalDate first, LocalDate last, String time) {
    var begin = LocalTime.parse(time.split("-", 2)[0]);
    var end = LocalTime.parse(time.split("-", 2)[1]);
    var opens = (Integer) keys.get("opens-before");
    return new Offer(
        Objects.requireNonNull(words("name")),
        words("about"),
        words("category"),
        words("place"),
        Map.of(
            "de", days(first, last, Locale.GERMAN) + hours(begin, end, Locale.GERMAN),
            "en", days(first, last, Locale.ENGLISH) + hours(begin, end, Locale.ENGLISH)),
        first.atTime(begin).atZone(ZONE).toInstant(),
        last.atTime(end).atZone(ZONE).toInstant(),
        numbers("places").getFirst(),
        price(),
        opens == null ? null : first.minusDays(opens).atTime(8, 0).atZone(ZONE).toInstant(),
        closes(first).atZone(ZONE).toInstant(),
        has("takes") ? texts("takes") : null,
        map("values"));
  }

  /** Montag, 8. Februar 2027; 8. Februar bis 12. Februar 2027; jeden Montag, 8. Februar bis … */
  private String days(LocalDate first, LocalDate last, Locale locale) {
    var german = locale.equals(Locale.GERMAN);
    var weekday = DateTimeFormatter.ofPattern("EEEE", locale).format(first) + ", ";
    var day = DateTimeFormatter.ofPattern(german ? "d. MMMM" : "d MMMM", locale);
    var until = DateTimeFormatter.ofPattern(german ? "d. MMMM yyyy" : "d MMMM yyyy", locale);
    if (first.equals(last)) {
      return weekday + until.format(first);
    }
    return (has("days") ? "" : (german ? "jeden " : "every ") + weekday)
        + day.format(first)
        + (german ? " bis " : " to ")
        + until.format(last);
  }

  /** , 9.00 bis 9.45 Uhr. */
  private static String hours(LocalTime begin, LocalTime end, Locale locale) {
    var german = locale.equals(Locale.GERMAN);
    var time = DateTimeFormatter.ofPattern("H.mm", locale);
    return ", "
        + time.format(begin)
        + (german ? " bis " : " to ")
        + time.format(end)
        + (german ? " Uhr" : "");
  }

  boolean has(String key) {
    return keys.containsKey(key);
  }

  List<String> texts(String key) {
    return keys.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(keys.get(key)));
  }

  List<Integer> numbers(String key) {
    return texts(key).stream().map(Integer::valueOf).toList();
  }

  private @Nullable BigDecimal price() {
    return has("price") ? new BigDecimal(String.valueOf(keys.get("price"))) : null;
  }

  private @Nullable Map<String, String> words(String key) {
    return switch (keys.get(key)) {
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
  private @Nullable Map<String, Object> map(String key) {
    return (Map<String, Object>) keys.get(key);
  }
}
