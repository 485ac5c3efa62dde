package ch.meinkonto.platform.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Dates, times and amounts as people in Switzerland write them, in the words of a page's language.
 */
public record Formats(Locale locale) {

  /** The city’s time. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

  /** 24. November 2026. */
  public String date(LocalDate date) {
    return date.format(
        DateTimeFormatter.ofPattern(german() ? "d. MMMM yyyy" : "d MMMM yyyy", locale));
  }

  /** The day on which a moment falls in the city. */
  public String date(Instant moment) {
    return date(LocalDate.ofInstant(moment, ZONE));
  }

  /** 24. November 2026, 14:05 Uhr. */
  public String moment(Instant moment) {
    return DateTimeFormatter.ofPattern(
            german() ? "d. MMMM yyyy, HH:mm 'Uhr'" : "d MMMM yyyy, HH:mm", locale)
        .withZone(ZONE)
        .format(moment);
  }

  /** 14:05. */
  public String time(Instant moment) {
    return DateTimeFormatter.ofPattern("HH:mm", locale).withZone(ZONE).format(moment);
  }

  /** CHF 1’250.00. */
  public String money(BigDecimal francs) {
    var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator('’');
    return "CHF " + new DecimalFormat("#,##0.00", symbols).format(francs);
  }

  private boolean german() {
    return locale.getLanguage().equals("de");
  }
}
