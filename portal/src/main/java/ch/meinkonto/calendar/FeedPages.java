package ch.meinkonto.calendar;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.crypto.Sha256;
import ch.meinkonto.platform.web.CalendarFile;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.PublicPaths;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where calendar programs look: one address for whoever has the same wishes. */
@Controller
class FeedPages implements PublicPaths {

  static final String PATH = "/kalender";

  private static final Duration FRESH = Duration.ofHours(1);

  private final Calendars calendars;
  private final PortalSettings settings;

  FeedPages(Calendars calendars, PortalSettings settings) {
    this.calendars = calendars;
    this.settings = settings;
  }

  @Override
  public List<String> patterns() {
    return List.of(PATH + "/**");
  }

  @GetMapping(PATH + "/{service}/{language:[a-z]{2}}/{names}.ics")
  ResponseEntity<byte[]> feed(
      @PathVariable String service, @PathVariable String language, @PathVariable String names) {
    var parts = calendars.find(service, Subscriptions.split(names));
    if (parts.isEmpty()) {
      throw new NotFound();
    }
    var file = new Feed(service, language, parts).file(settings.url(PATH));
    return ResponseEntity.ok()
        .contentType(CalendarFile.TYPE)
        .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
        .eTag("\"" + HexFormat.of().formatHex(Sha256.of(file), 0, 16) + "\"")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename("kalender.ics").build().toString())
        .body(file);
  }
}
