package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes a message a formal delivery: the resident opens it knowing what that means, and the unit
 * learns when.
 *
 * @param kind what the resident is told it is, before it is open
 * @param days after how many days unopened the unit is told so; absent when it waits without end
 * @param deemed whether the law takes it as delivered then; needs {@code days}, at least {@value
 *     #DEEMED_AFTER}
 */
public record Formal(Kind kind, @Nullable Integer days, boolean deemed) {

  /** No fiction of delivery before the seventh day (VwVG Art. 20 Abs. 2bis). */
  public static final int DEEMED_AFTER = 7;

  /** The longest time to wait. */
  public static final int MOST_DAYS = 90;

  public Formal {
    Objects.requireNonNull(kind, "kind");
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      throw new IllegalArgumentException("days is 1 to " + MOST_DAYS);
    }
    if (deemed && (days == null || days < DEEMED_AFTER)) {
      throw new IllegalArgumentException("deemed needs days, at least " + DEEMED_AFTER);
    }
  }

  /** It waits until it is opened. */
  public static Formal of(Kind kind) {
    return new Formal(kind, null, false);
  }

  /** The unit is told when it is not opened within so many days. */
  public Formal within(int newDays) {
    return new Formal(kind, newDays, deemed);
  }

  /** It counts as delivered at the end of its days, opened or not. */
  public Formal deemedThen() {
    return new Formal(kind, days, true);
  }

  /** What it is. */
  public enum Kind {
    /** A decision against which one may appeal. */
    @JsonProperty("decision")
    DECISION,
    /** Somebody has to appear, or to do something, by a day. */
    @JsonProperty("summons")
    SUMMONS,
    /** Anything else that has to be delivered provably. */
    @JsonProperty("notice")
    NOTICE
  }
}
