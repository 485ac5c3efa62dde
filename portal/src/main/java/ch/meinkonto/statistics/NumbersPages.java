package ch.meinkonto.statistics;

import ch.meinkonto.platform.web.Csv;
import ch.meinkonto.platform.web.NotFound;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The numbers, for everybody: as pictures and tables, and each table to take along. */
@Controller
class NumbersPages {

  private final Overviews overviews;
  private final Choices choices;

  NumbersPages(Overviews overviews, Choices choices) {
    this.overviews = overviews;
    this.choices = choices;
  }

  @GetMapping("/zahlen")
  String numbers(
      @RequestParam(name = "zeitraum", defaultValue = "") String period,
      @RequestParam(name = "amt", defaultValue = "") String unit,
      @RequestParam(name = "dienst", defaultValue = "") String service,
      Locale locale,
      Model model) {
    var overview = overviews.of(period, unit, service, locale);
    if (overview.isEmpty()) {
      return "statistics/none";
    }
    model.addAttribute("overview", overview.get());
    model.addAttribute("periods", overviews.periods(locale));
    model.addAttribute("units", choices.units(locale));
    model.addAttribute("services", choices.services(locale));
    return "statistics/numbers";
  }

  @GetMapping("/zahlen/tabelle/{table}.csv")
  ResponseEntity<String> table(
      @PathVariable String table,
      @RequestParam(name = "zeitraum", defaultValue = "") String period,
      @RequestParam(name = "amt", defaultValue = "") String unit,
      @RequestParam(name = "dienst", defaultValue = "") String service,
      Locale locale) {
    var section =
        overviews.of(period, unit, service, locale).stream()
            .flatMap(overview -> overview.sections().stream())
            .filter(found -> found.id().equals(table))
            .findFirst()
            .orElseThrow(NotFound::new);
    return csv(section.id(), section.whole().csv());
  }

  static ResponseEntity<String> csv(String name, String content) {
    return Csv.file(name)
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
        .body(content);
  }
}
