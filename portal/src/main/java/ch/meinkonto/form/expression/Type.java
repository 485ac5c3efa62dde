package ch.meinkonto.form.expression;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an expression yields. A value of each type may be missing ({@code null} in Java, called
 * <em>nothing</em> in the language).
 */
public sealed interface Type {

  /** Types without parts, with the Java class of their values. */
  enum Plain implements Type {
    /** {@link java.math.BigDecimal}. */
    NUMBER,
    /** {@link String}. */
    TEXT,
    /** {@link Boolean}. */
    TRUTH,
    /** {@link java.time.LocalDate}; a month is the date of its first day. */
    DATE,
    /** {@link java.time.ZonedDateTime} in the city's zone. */
    MOMENT,
    /** {@link java.time.Period}. */
    PERIOD;

    @Override
    public String toString() {
      return switch (this) {
        case NUMBER -> "a number";
        case TEXT -> "a text";
        case TRUTH -> "a yes or no";
        case DATE -> "a date";
        case MOMENT -> "a moment";
        case PERIOD -> "a period";
      };
    }
  }

  /** A text that is one of a few words, as the id of an option. */
  record OneOf(Set<String> words) implements Type {
    public OneOf {
      words = Set.copyOf(words);
    }

    @Override
    public String toString() {
      return "one of " + words.stream().sorted().collect(Collectors.joining(", "));
    }
  }

  /**
   * A list.
   *
   * @param item the type of its items
   * @param max how many items it has at most: the bound of what a walk through it costs
   */
  record ListOf(Type item, int max) implements Type {
    @Override
    public String toString() {
      return "a list";
    }
  }

  /** Something with named parts, as an address or an item of a group; a {@link Map} in Java. */
  record Compound(String name, Map<String, Type> parts) implements Type {
    public Compound {
      parts = Map.copyOf(parts);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Whether a value of this type is a text. */
  default boolean isText() {
    return this == Plain.TEXT || this instanceof OneOf;
  }

  /** Whether values of this type have an order that {@code <} knows. */
  default boolean isOrdered() {
    return this == Plain.NUMBER || this == Plain.DATE || this == Plain.MOMENT;
  }

  /** Whether a value of this type may stand where {@code expected} is asked for. */
  default boolean fits(Type expected) {
    return equals(expected)
        || (expected == Plain.TEXT && isText())
        || (expected instanceof ListOf e && this instanceof ListOf l && l.item.fits(e.item));
  }
}
