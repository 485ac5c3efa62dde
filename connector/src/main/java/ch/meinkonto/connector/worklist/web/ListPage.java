package ch.meinkonto.connector.worklist.web;

import ch.meinkonto.connector.worklist.Row;
import ch.meinkonto.connector.worklist.clerk.Clerks;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The unit's cases. Nothing here tells who sent them: to learn that is to look at a case. */
@WorklistPage
class ListPage {

  static final int ROWS = 20;

  private final Html html;
  private final Clerks clerks;
  private final Clock clock = Clock.systemUTC();

  ListPage(Html html, Clerks clerks) {
    this.html = html;
    this.clerks = clerks;
  }

  @GetMapping("/")
  ResponseEntity<byte[]> list(
      @RequestParam(defaultValue = Filter.OPEN) String stand,
      @RequestParam(defaultValue = "") String dienst,
      @RequestParam(defaultValue = "") String alter,
      @RequestParam(defaultValue = "") String wem,
      @RequestParam(defaultValue = "") String suche,
      @RequestParam(defaultValue = "1") int seite,
      Visit visit) {
    Instant now = clock.instant();
    Filter filter = new Filter(stand, dienst, alter, wem, suche.strip());
    List<Row> all = visit.worklist().rows();
    List<Row> fitting = filter.of(all, visit.login(), now, visit.worklist().due());
    int pages = Math.max(1, Math.ceilDiv(fitting.size(), ROWS));
    int page = Math.clamp(seite, 1, pages);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(
        "rows", fitting.subList((page - 1) * ROWS, Math.min(fitting.size(), page * ROWS)));
    parameters.put("total", fitting.size());
    parameters.put("any", !all.isEmpty());
    parameters.put("filter", filter);
    parameters.put("services", services(all));
    parameters.put("names", clerks.names(visit.clerk().unit()));
    parameters.put("now", now);
    parameters.put("due", visit.worklist().due());
    parameters.put("page", page);
    parameters.put("pages", pages);
    return html.page(visit.frame("Fälle"), "list", parameters);
  }

  private static Map<String, String> services(List<Row> rows) {
    Map<String, String> services = new TreeMap<>();
    rows.forEach(row -> services.put(row.service(), row.title()));
    return services;
  }
}
