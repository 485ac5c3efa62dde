package ch.meinkonto.journeys;

import java.util.Locale;

/** What can be switched on at an office of the simulator. */
enum OfficeFault {
  SLOW,
  DOWN,
  DUPLICATE,
  OUT_OF_ORDER,
  GARBLED,
  REJECTING,
  NONE;

  /** As the simulator's form names it. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
