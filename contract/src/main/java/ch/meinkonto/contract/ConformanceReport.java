package ch.meinkonto.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a unit's system made of what the portal made up for it, as seen from the portal.
 *
 * @param startedAt when it was sent
 * @param verdict red when one line is, open while one is, else green
 */
public record ConformanceReport(String unit, Instant startedAt, Verdict verdict, List<Line> lines) {

  public ConformanceReport {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(verdict, "verdict");
    lines = List.copyOf(lines);
  }

  /**
   * One case.
   *
   * @param name which one
   * @param service the service whose form was filled in; absent where nothing was sent
   * @param reference under which it lies in the unit's system; absent where nothing was sent
   * @param sent what was sent
   * @param expected what a system does that keeps to the contract
   * @param came what the system did
   * @param todo what to do about it; absent when there is nothing to do
   */
  public record Line(
      String name,
      Verdict verdict,
      @Nullable String service,
      @Nullable String reference,
      String sent,
      String expected,
      String came,
      @Nullable String todo) {

    public Line {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(verdict, "verdict");
      Objects.requireNonNull(sent, "sent");
      Objects.requireNonNull(expected, "expected");
      Objects.requireNonNull(came, "came");
    }
  }

  /** How it stands. */
  public enum Verdict {
    GREEN,
    /** Nothing came so far. */
    OPEN,
    RED,
    /** Not every system does it, and this one has not so far. */
    OPTIONAL;

    /** As it is written. */
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Read from what is written. */
    @JsonCreator
    public static Verdict ofCode(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
