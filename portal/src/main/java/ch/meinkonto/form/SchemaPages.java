package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.NotFound;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The answers’ schemas, under the addresses that envelopes name. */
@RestController
class SchemaPages {

  private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

  private final Forms forms;
  private final PortalSettings settings;

  SchemaPages(Forms forms, PortalSettings settings) {
    this.forms = forms;
    this.settings = settings;
  }

  @GetMapping("/schemas/{service}/{version}.json")
  ResponseEntity<Map<String, Object>> schema(
      @PathVariable String service, @PathVariable int version) {
    if (!service.matches("[a-z0-9-]{1,80}")) {
      throw new NotFound();
    }
    var form =
        forms
            .form(new ServiceId(service))
            .filter(f -> f.service().version() == version)
            .orElseThrow(NotFound::new);
    var address = settings.url("/schemas/" + form.service().id() + "/" + version + ".json");
    return ResponseEntity.ok()
        .contentType(SCHEMA)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .body(AnswersSchema.of(form, address.toString()));
  }
}
