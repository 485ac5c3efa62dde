package ch.meinkonto.booking;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.contract.Json;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.PublicPaths;
import ch.meinkonto.platform.web.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** How the places of an offer are given by lot, for everybody to check. */
@Controller
class DrawPages implements PublicPaths {

  private static final String DRAW = "/dienste/{service}/angebote/{offer}/verlosung";
  private static final String FILE = ".json";

  private final Shelf shelf;
  private final DrawRows rows;
  private final DrawViews views;
  private final Catalogue catalogue;

  DrawPages(Shelf shelf, DrawRows rows, DrawViews views, Catalogue catalogue) {
    this.shelf = shelf;
    this.rows = rows;
    this.views = views;
    this.catalogue = catalogue;
  }

  /** The address of an offer’s draw. */
  static String path(Offer offer) {
    return offer.path() + "/verlosung";
  }

  @Override
  public List<String> patterns() {
    var draw = "/dienste/*/angebote/*/verlosung";
    return List.of(draw, draw + FILE);
  }

  @GetMapping(DRAW)
  ModelAndView draw(
      @PathVariable String service,
      @PathVariable String offer,
      Optional<Visitor> visitor,
      @ModelAttribute Page page) {
    var about = offer(service, offer);
    return new ModelAndView(
        "booking/draw",
        Map.of(
            "service", catalogue.find(about.service()).orElseThrow(NotFound::new),
            "name", OfferWords.name(about, page.locale()),
            "offer", about.path(),
            "draw", views.of(about, visitor, page).orElseThrow(NotFound::new)));
  }

  /** The same as one file, for {@code bin/city draw} and for programs of others. */
  @GetMapping(DRAW + FILE)
  ResponseEntity<byte[]> file(@PathVariable String service, @PathVariable String offer) {
    var about = offer(service, offer);
    var draw = rows.find(about.service(), about.id()).orElseThrow(NotFound::new);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(Json.bytes(draw.published(about)));
  }

  private Offer offer(String service, String offer) {
    return shelf.find(service, offer).orElseThrow(NotFound::new).offer();
  }
}
