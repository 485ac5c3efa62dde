package ch.meinkonto.statistics;

import java.time.Duration;
import java.util.Arrays;

/** How long something took, within what people reckon in: no single values are kept. */
enum Wait {
  MINUTE(Duration.ofMinutes(1)),
  TEN_MINUTES(Duration.ofMinutes(10)),
  HOUR(Duration.ofHours(1)),
  FOUR_HOURS(Duration.ofHours(4)),
  DAY(Duration.ofDays(1)),
  THREE_DAYS(Duration.ofDays(3)),
  WEEK(Duration.ofDays(7)),
  FORTNIGHT(Duration.ofDays(14)),
  MONTH(Duration.ofDays(30)),
  LONGER(Duration.ofDays(Integer.MAX_VALUE));

  private final Duration atMost;

  Wait(Duration atMost) {
    this.atMost = atMost;
  }

  static Wait of(Duration duration) {
    return Arrays.stream(values())
        .filter(wait -> duration.compareTo(wait.atMost) <= 0)
        .findFirst()
        .orElse(LONGER);
  }

  /** In the database and in exports: at most so long (ISO 8601), or longer than all others. */
  String code() {
    return this == LONGER ? ">" + MONTH.code() : atMost.toString();
  }
}
