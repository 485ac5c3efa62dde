package ch.meinkonto.statistics;

import ch.meinkonto.directory.Directory;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.NotFound;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All figures as open data, and what they mean. */
@Controller
class OpenDataPages {

  private static final String PAGE = "/zahlen/daten";
  private static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json");
  private static final String CSV = "text/csv";

  private final Figures figures;
  private final Wordings wordings;
  private final Directory directory;
  private final PortalSettings portal;
  private final StatisticsSettings settings;

  OpenDataPages(
      Figures figures,
      Wordings wordings,
      Directory directory,
      PortalSettings portal,
      StatisticsSettings settings) {
    this.figures = figures;
    this.wordings = wordings;
    this.directory = directory;
    this.portal = portal;
    this.settings = settings;
  }

  @GetMapping(PAGE)
  String explain(Model model) {
    model.addAttribute("years", years());
    model.addAttribute("sample", figures.anySample());
    model.addAttribute("measures", Arrays.stream(Measure.values()).map(Measure::code).toList());
    model.addAttribute("licence", settings.licence().toString());
    return "statistics/data";
  }

  @GetMapping(PAGE + "/{year:20[0-9]{2}}.json")
  ResponseEntity<OpenData> json(@PathVariable int year, Locale locale) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .body(data(year, locale));
  }

  @GetMapping(PAGE + "/{year:20[0-9]{2}}.csv")
  ResponseEntity<String> csv(@PathVariable int year, Locale locale) {
    return NumbersPages.csv("zahlen-" + year, data(year, locale).csv());
  }

  private OpenData data(int year, Locale locale) {
    if (!years().contains(year)) {
      throw new NotFound();
    }
    try (var rows = figures.of(year)) {
      return new OpenData(
          wordings.in(locale).text("data.title"),
          portal.url(PAGE),
          settings.licence(),
          figures.anySample(),
          figures.lastMonth().orElseThrow(),
          Rounding.BASE,
          rows.map(OpenData.Row::of).toList());
    }
  }

  private List<Integer> years() {
    return figures
        .firstMonth()
        .map(first -> Choices.years(first, figures.lastMonth().orElse(first)))
        .orElse(List.of());
  }

  /** What catalogues of open data harvest (W3C DCAT 3, as DCAT-AP CH 2 profiles it). */
  @GetMapping(PAGE + "/beschreibung.jsonld")
  ResponseEntity<Map<String, Object>> describe() {
    var dataset = new LinkedHashMap<String, Object>();
    dataset.put("@context", context());
    dataset.put("@id", portal.url(PAGE).toString());
    dataset.put("@type", "dcat:Dataset");
    dataset.put("dct:identifier", portal.url(PAGE).toString());
    dataset.put("dct:title", inAllLanguages("data.title"));
    dataset.put("dct:description", inAllLanguages("data.lead"));
    dataset.put("dct:publisher", publisher());
    dataset.put("dcat:landingPage", portal.url("/zahlen").toString());
    dataset.put(
        "dct:accrualPeriodicity",
        "http://publications.europa.eu/resource/authority/frequency/MONTHLY");
    figures.firstMonth().ifPresent(first -> dataset.put("dct:temporal", months(first)));
    dataset.put("dcat:distribution", distributions());
    return ResponseEntity.ok()
        .contentType(JSON_LD)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .body(dataset);
  }

  private static Map<String, String> context() {
    return Map.of(
        "dcat", "http://www.w3.org/ns/dcat#",
        "dct", "http://purl.org/dc/terms/",
        "foaf", "http://xmlns.com/foaf/0.1/");
  }

  private Map<String, Object> months(YearMonth first) {
    return Map.of(
        "@type", "dct:PeriodOfTime",
        "dcat:startDate", first.atDay(1).toString(),
        "dcat:endDate", figures.lastMonth().orElse(first).atEndOfMonth().toString());
  }

  private Map<String, Object> publisher() {
    var city = directory.city();
    return Map.of(
        "@type", "foaf:Organization", "foaf:name", city.city().in(city.languages().fallback()));
  }

  private List<Map<String, String>> inAllLanguages(String key) {
    return directory.city().locales().stream()
        .map(locale ->
            Map.of(
                "@language", locale.getLanguage(),
                "@value", wordings.in(locale).text(key)))
        .toList();
  }

  private List<Map<String, Object>> distributions() {
    var all = new ArrayList<Map<String, Object>>();
    for (var year : years()) {
      all.add(distribution(year + ".json", MediaType.APPLICATION_JSON_VALUE));
      all.add(distribution(year + ".csv", CSV));
    }
    return all;
  }

  private Map<String, Object> distribution(String file, String type) {
    var address = portal.url(PAGE + "/" + file).toString();
    return Map.of(
        "@type",
        "dcat:Distribution",
        "dct:identifier",
        address,
        "dcat:accessURL",
        address,
        "dcat:downloadURL",
        address,
        "dcat:mediaType",
        "https://www.iana.org/assignments/media-types/" + type,
        "dct:license",
        settings.licence().toString());
  }
}
