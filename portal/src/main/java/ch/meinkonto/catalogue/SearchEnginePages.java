package ch.meinkonto.catalogue;

import ch.meinkonto.directory.Directory;
import ch.meinkonto.platform.PortalSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells search engines what there is to find, and what is nobody’s business. */
@Controller
class SearchEnginePages {

  private static final List<String> PAGES =
      List.of(
          "/",
          "/lebenslagen",
          "/dienste",
          "/aemter",
          "/hilfe",
          "/datenschutz",
          "/barrierefreiheit");

  private final Catalogue catalogue;
  private final Directory directory;
  private final PortalSettings settings;

  SearchEnginePages(Catalogue catalogue, Directory directory, PortalSettings settings) {
    this.catalogue = catalogue;
    this.directory = directory;
    this.settings = settings;
  }

  /** See sitemaps.org; ids are plain, so nothing needs escaping. */
  @GetMapping("/sitemap.xml")
  ResponseEntity<String> sitemap() {
    var paths = new ArrayList<>(PAGES);
    var offer = catalogue.offer();
    offer.situations().forEach(situation -> paths.add("/lebenslagen/" + situation.id()));
    offer.services().forEach(service -> paths.add(service.path()));
    directory.organisation().units().forEach(unit -> paths.add("/aemter/" + unit.id()));
    var xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    paths.forEach(
        path -> xml.append("<url><loc>").append(settings.url(path)).append("</loc></url>\n"));
    xml.append("</urlset>\n");
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(xml.toString());
  }

  /** RFC 9309. A demo is no place for people who look for their city. */
  @GetMapping("/robots.txt")
  ResponseEntity<String> robots() {
    var text =
        settings.demo()
            ? "User-agent: *\nDisallow: /\n"
            : """
            User-agent: *
            Disallow: /antrag/
            Disallow: /antraege
            Disallow: /konto
            Disallow: /mitteilungen
            Disallow: /suche

            Sitemap: %s
            """
                .formatted(settings.url("/sitemap.xml"));
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body(text);
  }
}
