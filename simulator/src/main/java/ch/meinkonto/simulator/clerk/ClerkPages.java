package ch.meinkonto.simulator.clerk;

import ch.meinkonto.contract.Json;
import ch.meinkonto.simulator.Html;
import ch.meinkonto.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says how to log in at the worklists of the demo, and at its operators' desk. */
@RestController
class ClerkPages {

  private final DemoClerks clerks;
  private final SimulatorSettings settings;
  private final Html html;

  ClerkPages(DemoClerks clerks, SimulatorSettings settings, Html html) {
    this.clerks = clerks;
    this.settings = settings;
    this.html = html;
  }

  @GetMapping("/arbeitslisten")
  ResponseEntity<byte[]> all() {
    return html.page(
        "clerks.jte",
        Map.of(
            "clerks", clerks.all(),
            "address", settings.worklist().toString(),
            "now", Instant.now()));
  }

  @GetMapping("/betrieb")
  ResponseEntity<byte[]> staff() throws IOException {
    var file = settings.demoStaff();
    var people =
        Files.exists(file)
            ? List.of(Json.read(Files.readAllBytes(file), DemoClerk[].class))
            : List.<DemoClerk>of();
    return html.page(
        "staff.jte",
        Map.of("people", people, "address", settings.portal() + "/betrieb", "now", Instant.now()));
  }
}
