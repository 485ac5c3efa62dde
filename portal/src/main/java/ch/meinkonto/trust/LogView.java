package ch.meinkonto.trust;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows.
 *
 * @param topic code of what it is narrowed down to, empty for all
 * @param days newest first
 * @param newest whether it begins with the newest entry
 * @param older address of the next, older stretch; null when there is none
 */
public record LogView(String topic, List<Day> days, boolean newest, @Nullable String older) {

  /** The entries of one day. */
  public record Day(String date, List<Line> lines) {}

  /**
   * An entry.
   *
   * @param time hour and minute
   * @param datetime the same for programs
   * @param proven whether it has its place in the log, so that a proof can be had
   */
  public record Line(
      UUID id, String what, String ground, String time, String datetime, boolean proven) {}
}
