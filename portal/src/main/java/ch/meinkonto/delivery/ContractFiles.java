package ch.meinkonto.delivery;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The contract itself, for whoever connects a system: OpenAPI and AsyncAPI, and the schemas and
 * examples that they refer to.
 */
@RestController
class ContractFiles {

  private static final MediaType YAML = MediaType.parseMediaType("application/yaml");
  private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

  @GetMapping(ContractPaths.DOCUMENTS)
  ResponseEntity<Resource> document(@PathVariable String name) {
    return file(name + ".yaml", YAML);
  }

  @GetMapping(ContractPaths.FILES + "/{name:[a-z0-9-]+}.json")
  ResponseEntity<Resource> json(@PathVariable String folder, @PathVariable String name) {
    return file(
        folder + "/" + name + ".json",
        folder.equals("schemas") ? SCHEMA : MediaType.APPLICATION_JSON);
  }

  private static ResponseEntity<Resource> file(String path, MediaType type) {
    var resource = new ClassPathResource("contract/v1/" + path);
    return resource.exists()
        ? ResponseEntity.ok()
            .contentType(type)
            .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
            .body(resource)
        : ResponseEntity.status(HttpStatus.NOT_FOUND).build();
  }
}
