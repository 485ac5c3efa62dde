package ch.meinkonto.form;

import ch.meinkonto.form.expression.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The offer that somebody books, as it was when they chose it: what the form calculates with, and
 * what the unit gets as {@code _offer}.
 *
 * @param id the unit’s id of it
 * @param name in the city’s first language
 * @param price of a place; null when there is none
 * @param starts on which day it begins, and {@code ends} on which it ends; null when it has no time
 * @param values what else the unit told, by name: text, number, date or truth
 * @param ticket the lot in its draw; null when its places are not given by lot
 */
public record ChosenOffer(
    String id,
    String name,
    @Nullable BigDecimal price,
    @Nullable LocalDate starts,
    @Nullable LocalDate ends,
    Map<String, Object> values,
    @Nullable String ticket) {

  /** Under which key a draft and the answers hold it. */
  static final String KEY = "_offer";

  /** How many places are booked, in the answers alone. */
  static final String PLACES = "places";

  /** The lot in a draw. */
  static final String TICKET = "ticket";

  private static final String VALUES = "values";

  public ChosenOffer {
    values = Map.copyOf(values);
  }

  /** Reads what {@link #json} wrote; empty when something is missing that the form speaks of. */
  static Optional<ChosenOffer> read(Booking booking, @Nullable Object json) {
    if (!(json instanceof Map<?, ?> map)
        || !(map.get("id") instanceof String id)
        || !(map.get("name") instanceof String name)) {
      return Optional.empty();
    }
    var told = map.get(VALUES) instanceof Map<?, ?> values ? values : Map.of();
    var values = new HashMap<String, Object>();
    booking
        .values()
        .forEach(
            (key, type) -> value(type, told.get(key)).ifPresent(value -> values.put(key, value)));
    return values.size() < booking.values().size()
        ? Optional.empty()
        : Optional.of(
            new ChosenOffer(
                id,
                name,
                (BigDecimal) value(Type.Plain.NUMBER, map.get("price")).orElse(null),
                (LocalDate) value(Type.Plain.DATE, map.get("starts")).orElse(null),
                (LocalDate) value(Type.Plain.DATE, map.get("ends")).orElse(null),
                values,
                map.get(TICKET) instanceof String ticket ? ticket : null));
  }

  /**
   * A value of this type from JSON, as expressions know it; empty when it is none.
   *
   * @param json a text, a number, a truth
   */
  public static Optional<Object> value(Type.Plain type, @Nullable Object json) {
    return switch (type) {
      case NUMBER ->
          json instanceof Number number
              ? Optional.of(Json.plain(new BigDecimal(number.toString())))
              : Optional.empty();
      case DATE -> json instanceof String text ? date(text) : Optional.empty();
      case TRUTH -> json instanceof Boolean ? Optional.of(json) : Optional.empty();
      case TEXT, MOMENT, PERIOD -> json instanceof String ? Optional.of(json) : Optional.empty();
    };
  }

  private static Optional<Object> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** As a draft and the unit have it. */
  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id);
    json.put("name", name);
    put(json, "price", price);
    put(json, "starts", starts);
    put(json, "ends", ends);
    put(json, TICKET, ticket);
    if (!values.isEmpty()) {
      var told = new LinkedHashMap<String, Object>();
      values.keySet().stream().sorted().forEach(key -> put(told, key, values.get(key)));
      json.put(VALUES, told);
    }
    return json;
  }

  private static void put(Map<String, Object> json, String key, @Nullable Object value) {
    if (value != null) {
      json.put(key, value instanceof LocalDate date ? date.toString() : value);
    }
  }

  /** As expressions see it. */
  Map<String, Object> named() {
    var named = new HashMap<String, Object>(values);
    named.put("id", id);
    named.put("name", name);
    if (price != null) {
      named.put("price", price);
    }
    if (starts != null) {
      named.put("starts", starts);
    }
    if (ends != null) {
      named.put("ends", ends);
    }
    return named;
  }
}
