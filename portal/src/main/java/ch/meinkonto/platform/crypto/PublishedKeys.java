package ch.meinkonto.platform.crypto;

import ch.meinkonto.platform.web.PublicPaths;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The portal's public keys (RFC 7517 §5), for whoever verifies a receipt or a token. */
@RestController
class PublishedKeys implements PublicPaths {

  private static final String ADDRESS = "/.well-known/jwks.json";

  private final SigningKeys keys;

  PublishedKeys(SigningKeys keys) {
    this.keys = keys;
  }

  @Override
  public List<String> patterns() {
    return List.of(ADDRESS);
  }

  @GetMapping(ADDRESS)
  ResponseEntity<String> keys() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/jwk-set+json"))
        .cacheControl(CacheControl.maxAge(java.time.Duration.ofMinutes(10)).cachePublic())
        .body(keys.published().toString(true));
  }
}
