package ch.meinkonto.statistics;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.directory.Slug;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.form.Forms;
import ch.meinkonto.platform.web.Texts;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How numbers, months, and what the city’s files name are written in a language. */
record Wording(Locale locale, Texts texts, Catalogue catalogue, Directory directory, Forms forms) {

  /** So few that a share of them would be chance. */
  private static final long FEW = 25;

  private static final int HUNDRED = 100;

  /** The kinds of login that have a name here; a further one is called by its code. */
  private static final List<String> LOGINS =
      List.of("pwd", "hwk", "mca", "otp", "sms", "lookup", "fed", "fed-2", "fed-phr");

  String text(String key, Object... arguments) {
    return texts.text(locale, "statistics." + key, arguments);
  }

  /** 12’345. */
  static String number(long number) {
    var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator('’');
    return new DecimalFormat("#,##0", symbols).format(number);
  }

  /** 12’345, or that it is less than five. */
  String amount(Amount amount) {
    return amount.small() ? text("small") : number(amount.count());
  }

  Entry count(Amount amount) {
    return new Entry(
        amount(amount), amount.small() ? "<" + Rounding.BASE : Long.toString(amount.count()));
  }

  /** How many of them in a hundred, if they are enough for that. */
  Entry share(long part, long whole) {
    if (whole < FEW) {
      return new Entry(text("few"), "");
    }
    var percent = Math.round((double) HUNDRED * part / whole);
    return new Entry(percent + " %", Long.toString(percent));
  }

  /** Within what time so many of a hundred were done, if there are enough of them. */
  Entry within(Map<String, Amount> waits, int percent) {
    var all = waits.values().stream().mapToLong(Amount::count).sum();
    if (all < FEW) {
      return new Entry(text("few"), "");
    }
    long done = 0;
    for (var wait : Wait.values()) {
      done += waits.getOrDefault(wait.code(), Amount.NONE).count();
      if (done * HUNDRED >= all * percent) {
        return new Entry(wait(wait), wait.code());
      }
    }
    throw new IllegalStateException("All are done in the end");
  }

  String wait(Wait wait) {
    return text("wait." + wait.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** November 2026. */
  String month(YearMonth month) {
    return month.format(DateTimeFormatter.ofPattern("MMMM yyyy", locale));
  }

  /** What the service is called, or was: then by its id. */
  String service(String id) {
    return Slug.fits(id)
        ? catalogue.find(new ServiceId(id)).map(found -> found.name(locale)).orElse(id)
        : id;
  }

  String unit(String id) {
    return Slug.fits(id) ? directory.name(new UnitId(id), locale) : id;
  }

  /** The steps of a service’s form, in order: id and title. */
  Map<String, String> steps(String service) {
    var steps = new LinkedHashMap<String, String>();
    forms
        .form(new ServiceId(service))
        .ifPresent(form ->
            form.steps().forEach(step -> steps.put(step.id(), step.title().plain().in(locale))));
    return steps;
  }

  /** How a kind of login is called. */
  String factor(String code) {
    return LOGINS.contains(code) ? text("login." + code) : code;
  }
}
