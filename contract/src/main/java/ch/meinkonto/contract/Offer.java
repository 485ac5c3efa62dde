package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something with places that a unit offers to be booked: a course, a room for an hour, an
 * appointment. Public: nothing in it is about a person. Texts are by language (BCP 47).
 *
 * @param name what it is called
 * @param about what it is, in a sentence or two
 * @param category under which heading it is listed
 * @param place where it is
 * @param schedule when it is, in words
 * @param starts when it begins, and {@code ends} when it ends
 * @param capacity how many places there are
 * @param price of a place, in Swiss francs
 * @param opensAt when booking begins; {@code closesAt} when it ends
 * @param takes ids of other offers of the service: whoever books this one takes as many places in
 *     each of them, too
 * @param values what else the service's form calculates with, by name: texts, numbers, dates (ISO
 *     8601), yes or no
 * @param randomness what decides a draw besides the portal's seed; absent when nothing does, and
 *     where places are not given by lot
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Offer(
    Map<String, String> name,
    @Nullable Map<String, String> about,
    @Nullable Map<String, String> category,
    @Nullable Map<String, String> place,
    @Nullable Map<String, String> schedule,
    @Nullable Instant starts,
    @Nullable Instant ends,
    int capacity,
    @Nullable BigDecimal price,
    @Nullable Instant opensAt,
    @Nullable Instant closesAt,
    @Nullable List<String> takes,
    @Nullable Map<String, Object> values,
    @Nullable Randomness randomness) {

  public static final int MOST_PLACES = 100_000;

  /**
   * Something public that nobody can know before the draw's list is closed, such as the numbers of
   * a lottery (RFC 3797 §3).
   *
   * @param source what it is, by language: told with the offer
   * @param value what came of it: told once the list is closed; absent until then
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Randomness(Map<String, String> source, @Nullable String value) {
    public Randomness {
      Objects.requireNonNull(source, "source");
    }
  }

  /** One that nothing decides about but the portal. */
  public Offer(
      Map<String, String> name,
      @Nullable Map<String, String> about,
      @Nullable Map<String, String> category,
      @Nullable Map<String, String> place,
      @Nullable Map<String, String> schedule,
      @Nullable Instant starts,
      @Nullable Instant ends,
      int capacity,
      @Nullable BigDecimal price,
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      @Nullable List<String> takes,
      @Nullable Map<String, Object> values) {
    this(
        name, about, category, place, schedule, starts, ends, capacity, price, opensAt, closesAt,
        takes, values, null);
  }

  public Offer {
    Objects.requireNonNull(name, "name");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("an offer has a name");
    }
    if (capacity < 1 || capacity > MOST_PLACES) {
      throw new IllegalArgumentException("capacity must be from 1 to " + MOST_PLACES);
    }
    if (price != null && price.signum() < 0) {
      throw new IllegalArgumentException("price must not be less than 0");
    }
    if (starts != null && ends != null && ends.isBefore(starts)) {
      throw new IllegalArgumentException("ends must not be before starts");
    }
    if (opensAt != null && closesAt != null && !closesAt.isAfter(opensAt)) {
      throw new IllegalArgumentException("closesAt must be after opensAt");
    }
  }
}
