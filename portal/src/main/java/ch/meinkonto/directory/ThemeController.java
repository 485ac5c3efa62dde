package ch.meinkonto.directory;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the city’s look. */
@Controller
class ThemeController {

  private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final CityFolder folder;

  ThemeController(CityFolder folder) {
    this.folder = folder;
  }

  @GetMapping("/theme.css")
  ResponseEntity<String> theme() {
    var theme = folder.get(Theme.class);
    return ResponseEntity.ok()
        .contentType(CSS)
        .eTag(theme.etag())
        .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
        .body(theme.css());
  }
}
