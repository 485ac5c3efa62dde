package ch.meinkonto.simulator.office;

import static java.util.stream.Collectors.toSet;

import ch.meinkonto.simulator.Html;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The switches of the offices' faults, for people and for tests. */
@RestController
class FaultPages {

  private final Offices offices;
  private final Html html;

  FaultPages(Offices offices, Html html) {
    this.offices = offices;
    this.html = html;
  }

  @GetMapping("/aemter/stoerungen")
  ResponseEntity<byte[]> all() {
    var able =
        offices.all().stream()
            .filter(office -> !office.faults().isEmpty())
            .map(FaultyOffice::of)
            .toList();
    return html.page("faults.jte", Map.of("offices", able));
  }

  /** The office has exactly these faults from now on; 400 for one that it cannot have. */
  @PostMapping("/aemter/{unit}/stoerungen")
  ResponseEntity<Void> set(
      @PathVariable String unit, @RequestParam(defaultValue = "") List<String> fault) {
    var office =
        offices.find(unit).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var faults = fault.stream().map(Fault::ofCode).flatMap(Optional::stream).collect(toSet());
    if (faults.size() < Set.copyOf(fault).size() || !office.faults().containsAll(faults)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    office.room().switches().set(faults);
    office.switched();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/aemter/stoerungen#" + unit))
        .build();
  }
}
