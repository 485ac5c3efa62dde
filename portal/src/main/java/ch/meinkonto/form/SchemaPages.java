package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.directory.Slug;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.NotFound;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The answers’ schemas, all versions, under the addresses that envelopes name. */
@RestController
class SchemaPages {

  private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

  private final PublishedSchemas schemas;
  private final PortalSettings settings;
  private final JsonMapper json;

  SchemaPages(PublishedSchemas schemas, PortalSettings settings, JsonMapper json) {
    this.schemas = schemas;
    this.settings = settings;
    this.json = json;
  }

  @GetMapping("/schemas/{service}/{version}.json")
  ResponseEntity<ObjectNode> schema(@PathVariable String service, @PathVariable int version) {
    if (!Slug.fits(service)) {
      throw new NotFound();
    }
    var id = new ServiceId(service);
    var document = schemas.find(id, version).orElseThrow(NotFound::new);
    return ResponseEntity.ok()
        .contentType(SCHEMA)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .body(addressed(document, SchemaAddress.path(id, version)));
  }

  /** Its address is where it is served, whatever the portal was called when it was published. */
  private ObjectNode addressed(String document, String path) {
    var schema = json.createObjectNode();
    schema.put("$id", settings.url(path).toString());
    json.readTree(document)
        .properties()
        .forEach(entry -> schema.set(entry.getKey(), entry.getValue()));
    return schema;
  }
}
