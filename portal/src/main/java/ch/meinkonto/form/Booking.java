package ch.meinkonto.form;

import ch.meinkonto.form.expression.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is special to a form by which one books places: it is about one of the offers that the unit
 * publishes, and expressions speak of that as {@code offer}.
 *
 * @param choose what one does first, as “Choose a course”
 * @param values what each offer tells besides what all of them do, by name
 * @param hold how long a place is held for who is about to book it
 * @param persons who gets the places; empty when a booking is about one place
 * @param most how many places one can book at once
 * @param perAccount how many places an account may have that are held, or not with the unit yet
 * @param waiting for how long a place that came back is kept for the first who waits; empty when
 *     there is no waiting list
 * @param cancelling what it costs to cancel, the earliest first; empty when the city says nothing
 * @param draw whether places are given by lot: then sending enters a draw for one place, whoever it
 *     is for, and nothing is held
 * @param provisional whether the places are certain only once the unit confirms them
 */
public record Booking(
    Text choose,
    Map<String, Type.Plain> values,
    Duration hold,
    Optional<Persons> persons,
    int most,
    int perAccount,
    Optional<Duration> waiting,
    List<Cancelling> cancelling,
    boolean draw,
    boolean provisional) {

  /** As what expressions know the offer. */
  public static final String NAME = "offer";

  /**
   * Each item of a group takes a place.
   *
   * @param by the fields by which one knows that it is the same person again
   */
  public record Persons(String group, List<String> by) {
    public Persons {
      by = List.copyOf(by);
    }
  }

  /**
   * What it costs to cancel.
   *
   * @param until at the latest so many days before the first one; empty: after all others
   * @param costs for each place, in Swiss francs
   */
  public record Cancelling(Optional<Integer> until, BigDecimal costs) {}

  public Booking {
    cancelling = List.copyOf(cancelling);
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** The type of {@code offer}. */
  Type type() {
    var parts = new LinkedHashMap<String, Type>(values);
    parts.put("id", Type.Plain.TEXT);
    parts.put("name", Type.Plain.TEXT);
    parts.put("price", Type.Plain.NUMBER);
    parts.put("starts", Type.Plain.DATE);
    parts.put("ends", Type.Plain.DATE);
    return new Type.Compound("an offer", parts);
  }
}
