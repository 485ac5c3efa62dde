package ch.meinkonto.delivery;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** For how long a unit can be paused; each pause ends by itself. */
enum PauseLength {
  HOURS_1(Duration.ofHours(1)),
  HOURS_4(Duration.ofHours(4)),
  HOURS_24(Duration.ofHours(24)),
  DAYS_3(Duration.ofDays(3)),
  DAYS_14(Duration.ofDays(14));

  static final Duration ALONE = Duration.ofDays(1);

  private final Duration duration;

  PauseLength(Duration duration) {
    this.duration = duration;
  }

  static Optional<PauseLength> of(String code) {
    return all().stream().filter(length -> length.code().equals(code)).findFirst();
  }

  static List<PauseLength> all() {
    return Arrays.asList(values());
  }

  Duration duration() {
    return duration;
  }

  /** Whether one person decides it; longer ones take two. */
  boolean alone() {
    return duration.compareTo(ALONE) <= 0;
  }

  /** How it is written in forms, texts and proposals: ISO 8601. */
  String code() {
    return duration.toString();
  }
}
