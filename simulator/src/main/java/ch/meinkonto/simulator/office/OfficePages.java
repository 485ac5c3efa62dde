package ch.meinkonto.simulator.office;

import ch.meinkonto.simulator.Html;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What the offices received, for people and for tests; and the door for what the portal pushes. */
@RestController
class OfficePages {

  private final Offices offices;
  private final Html html;

  OfficePages(Offices offices, Html html) {
    this.offices = offices;
    this.html = html;
  }

  @GetMapping("/aemter")
  ResponseEntity<byte[]> all() {
    return html.page("offices.jte", Map.of("cases", newestFirst()));
  }

  @GetMapping("/cases")
  List<Case> cases() {
    return newestFirst();
  }

  @PostMapping("/push/{unit}")
  ResponseEntity<Void> push(
      @PathVariable String unit,
      @RequestHeader Map<String, String> headers,
      @RequestBody byte[] body) {
    return offices
        .find(unit)
        .map(office -> ResponseEntity.status(office.push(headers, body)).<Void>build())
        .orElse(ResponseEntity.notFound().build());
  }

  private List<Case> newestFirst() {
    return offices.all().stream()
        .flatMap(office -> office.cases().stream())
        .sorted(Comparator.comparing(Case::receivedAt).reversed())
        .toList();
  }
}
