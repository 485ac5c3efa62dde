package ch.meinkonto.delivery;

import java.time.Duration;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The contract itself, for whoever connects a system: OpenAPI and the schemas it refers to. */
@RestController
class ContractFiles {

  private static final Map<String, MediaType> TYPES =
      Map.of(
          "yaml", MediaType.parseMediaType("application/yaml"),
          "json", MediaType.parseMediaType("application/schema+json"));

  @GetMapping(ContractPaths.OPENAPI)
  ResponseEntity<Resource> openapi() {
    return file("openapi.yaml", "yaml");
  }

  @GetMapping(ContractPaths.SCHEMAS + "/{name:[a-z0-9-]+}.json")
  ResponseEntity<Resource> schema(@PathVariable String name) {
    return file("schemas/" + name + ".json", "json");
  }

  private static ResponseEntity<Resource> file(String path, String kind) {
    var resource = new ClassPathResource("contract/v1/" + path);
    return resource.exists()
        ? ResponseEntity.ok()
            .contentType(TYPES.getOrDefault(kind, MediaType.APPLICATION_OCTET_STREAM))
            .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
            .body(resource)
        : ResponseEntity.status(HttpStatus.NOT_FOUND).build();
  }
}
