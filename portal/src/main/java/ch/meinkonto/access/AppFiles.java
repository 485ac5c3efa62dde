package ch.meinkonto.access;

import ch.meinkonto.platform.web.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseBody;

/** What a phone needs to install the app (W3C Web Application Manifest). */
@Controller
class AppFiles {

  static final String MANIFEST = AppPages.PATH + "/app.webmanifest";

  private static final MediaType TYPE = MediaType.parseMediaType("application/manifest+json");

  @GetMapping(MANIFEST)
  @ResponseBody
  ResponseEntity<Map<String, Object>> manifest(@ModelAttribute("page") Page page) {
    return ResponseEntity.ok()
        .contentType(TYPE)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .body(
            Map.ofEntries(
                Map.entry("id", AppPages.PATH),
                Map.entry("start_url", AppPages.PATH),
                Map.entry("scope", AppPages.PATH),
                Map.entry("name", page.text("access.name") + " " + page.cityName()),
                Map.entry("short_name", page.text("access.name")),
                Map.entry("description", page.text("access.description")),
                Map.entry("lang", page.lang()),
                Map.entry("display", "standalone"),
                Map.entry("orientation", "portrait"),
                Map.entry("background_color", "#ffffff"),
                Map.entry("theme_color", "#0a3347"),
                Map.entry(
                    "icons",
                    List.of(icon(page, "192", "any"), icon(page, "512", "any maskable")))));
  }

  private static Map<String, String> icon(Page page, String side, String purpose) {
    return Map.of(
        "src",
        page.asset("/assets/icon/access-" + side + ".png"),
        "sizes",
        side + "x" + side,
        "type",
        "image/png",
        "purpose",
        purpose);
  }
}
