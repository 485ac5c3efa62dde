package ch.meinkonto.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Search among five hundred services, as people write: the page, and what is suggested meanwhile.
 */
final class SearchScenario implements Bench.Scenario {

  private static final String PAGE = "/suche?q=";
  private static final String SUGGESTIONS = "/suche/vorschlaege?q=";

  private static final Map<String, List<String>> QUERIES = new LinkedHashMap<>();

  static {
    QUERIES.put(
        "as it is called",
        List.of("Gartenausweis bestellen", "Wohnsitzbestätigung", "Musikvertrag ändern", "Hund"));
    QUERIES.put(
        "typing errors",
        List.of(
            "Wonsitzbestätigng", "Gartenausweiss besteln", "Betreibungsaufzug", "Biblotek Kate"));
    QUERIES.put(
        "umlauts, written or not",
        List.of("einbuergerung pruefen", "Einburgerung prufen", "EINBÜRGERUNG", "verlaengern"));
    QUERIES.put(
        "compounds",
        List.of(
            "Turnhallenbewilligungsverlängerung",
            "Strom Vertrag",
            "Friedhofskartenauskunft",
            "Bestätigung Wohnsitz"));
    QUERIES.put(
        "dialect", List.of("zügle", "gfunde", "Betreibigsuszug", "verlore Portmonee im Tram"));
    QUERIES.put(
        "a sentence",
        List.of(
            "Wie kann ich meinen Ausweis für den Garten verlängern, wenn er abgelaufen ist?",
            "Ich habe im Tram meinen Schlüssel verloren und weiss nicht, wo ich fragen soll"));
    QUERIES.put(
        "long nonsense",
        List.of(
            "qwertzuiopasdfghjklyxcvbnm".repeat(8),
            "blubb xyzzy flurp gnarz wibble wobble ".repeat(6),
            "ausweisbewilligungkarteauskunftvertrag".repeat(6)));
    QUERIES.put("one letter", List.of("a", "e", "z", "ü"));
  }

  @Override
  public void run(Options options) throws Exception {
    try (var around = Surroundings.start()) {
      var city = around.folder().resolve("city");
      LargeCity.write(city);
      try (var portal = PortalProcess.start(around, Map.of("CITY_DIR", city.toString()))) {
        var search = new Searching(new Browser(portal.address()));
        Report.progress("warming up");
        search.turn(options.get("warm-up", 500));
        search.forget();
        var rounds = options.get("rounds", 5);
        for (int number = 1; number <= rounds; number++) {
          Report.progress("round %d of %d".formatted(number, rounds));
          search.turn(options.get("each", 100));
        }
        search.report();
      }
    }
  }

  /** Asks everything in turn, one query at a time, and keeps how long it took. */
  private static final class Searching {

    private final Browser browser;
    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    Searching(Browser browser) {
      this.browser = browser;
    }

    void turn(int each) {
      QUERIES.forEach((_, queries) -> {
        for (int number = 0; number < each; number++) {
          var query = queries.get(number % queries.size());
          ask(PAGE, query);
          ask(SUGGESTIONS, query);
        }
      });
    }

    private void ask(String path, String query) {
      var address = path + URLEncoder.encode(query, UTF_8);
      var begin = System.nanoTime();
      browser.get(address, "");
      times
          .computeIfAbsent(path + query, _ -> new ArrayList<>())
          .add((double) (System.nanoTime() - begin));
    }

    void forget() {
      times.clear();
    }

    void report() {
      Report.row(
          "among %d services".formatted(LargeCity.SERVICES),
          "page p50",
          "page p99",
          "suggest p50",
          "suggest p99");
      QUERIES.forEach((kind, queries) ->
          Report.row(
              kind,
              time(PAGE, queries, 50),
              time(PAGE, queries, 99),
              time(SUGGESTIONS, queries, 50),
              time(SUGGESTIONS, queries, 99)));
      var slowest =
          QUERIES.values().stream()
              .mapToDouble(queries -> Math.max(nanos(PAGE, queries), nanos(SUGGESTIONS, queries)))
              .max()
              .orElseThrow();
      Report.verdict(
          "p99 of the slowest kind of query %s (target: under 20 ms)"
              .formatted(Report.millis(slowest)));
    }

    private String time(String path, List<String> queries, double percent) {
      return Report.millis(Report.percentile(all(path, queries), percent));
    }

    private double nanos(String path, List<String> queries) {
      return Report.percentile(all(path, queries), 99);
    }

    private double[] all(String path, List<String> queries) {
      return queries.stream()
          .flatMap(query -> times.getOrDefault(path + query, List.of()).stream())
          .mapToDouble(Double::doubleValue)
          .toArray();
    }
  }
}
