package ch.meinkonto.connector.worklist.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times and sizes as people say them. */
public final class Words {

  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
  private static final Locale SWISS = Locale.of("de", "CH");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d. MMMM uuuu", SWISS).withZone(ZONE);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d. MMMM uuuu, HH:mm 'Uhr'", SWISS).withZone(ZONE);

  private Words() {}

  public static String day(Instant at) {
    return DAY.format(at);
  }

  public static String moment(Instant at) {
    return MOMENT.format(at);
  }

  /** How long ago a day was. */
  public static String age(Instant at, Instant now) {
    long days =
        ChronoUnit.DAYS.between(at.atZone(ZONE).toLocalDate(), now.atZone(ZONE).toLocalDate());
    return days <= 0 ? "heute" : days == 1 ? "gestern" : "vor " + days + " Tagen";
  }

  public static String days(Duration duration) {
    long days = duration.toDays();
    return days == 1 ? "1 Tag" : days + " Tagen";
  }

  public static String size(long bytes) {
    if (bytes < 1024) {
      return bytes + " Bytes";
    }
    if (bytes < 1024 * 1024) {
      return Math.ceilDiv(bytes, 1024) + " KB";
    }
    return String.format(SWISS, "%.1f MB", bytes / (1024.0 * 1024));
  }

  static String wait(Duration wait) {
    long minutes = Math.max(1, Math.ceilDiv(wait.toSeconds(), 60));
    return minutes == 1 ? "einer Minute" : minutes + " Minuten";
  }
}
