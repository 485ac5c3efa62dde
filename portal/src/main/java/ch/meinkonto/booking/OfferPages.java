package ch.meinkonto.booking;

import ch.meinkonto.catalogue.Catalogue;
import ch.meinkonto.catalogue.Service;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.form.Booking;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.Forms;
import ch.meinkonto.form.Places;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.web.CalendarFile;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.PublicPaths;
import ch.meinkonto.platform.web.Visitor;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What can be booked: all of a service’s offers, and each of them. */
@Controller
class OfferPages implements PublicPaths {

  private static final String LIST = "/dienste/{service}/angebote";
  private static final int LONG_LIST = 20;

  private final Shelf shelf;
  private final Catalogue catalogue;
  private final Forms forms;
  private final OfferViews views;
  private final CancelWords cancelling;
  private final WaitingRows rows;
  private final WaitViews waits;
  private final DrawViews draws;
  private final PortalSettings settings;
  private final Directory directory;
  private final Clock clock;

  OfferPages(
      Shelf shelf,
      Catalogue catalogue,
      Forms forms,
      OfferViews views,
      CancelWords cancelling,
      WaitingRows rows,
      WaitViews waits,
      DrawViews draws,
      PortalSettings settings,
      Directory directory,
      Clock clock) {
    this.shelf = shelf;
    this.catalogue = catalogue;
    this.forms = forms;
    this.views = views;
    this.cancelling = cancelling;
    this.rows = rows;
    this.waits = waits;
    this.draws = draws;
    this.settings = settings;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public List<String> patterns() {
    return List.of(
        "/dienste/*/angebote", "/dienste/*/angebote/*", "/dienste/*/angebote/*/termin.ics");
  }

  private record Bookable(Service service, Booking booking) {}

  /** All of them, or those that somebody chose by day, place, and whether places are free. */
  @GetMapping(LIST)
  ModelAndView all(
      @PathVariable String service,
      @RequestParam(name = "von", defaultValue = "") String from,
      @RequestParam(name = "bis", defaultValue = "") String to,
      @RequestParam(name = "ort", defaultValue = "") String place,
      @RequestParam(name = "frei", defaultValue = "false") boolean onlyFree,
      @ModelAttribute Page page) {
    var bookable = bookable(service);
    var all = shelf.all(bookable.service().id());
    var isLong = all.size() > LONG_LIST;
    var choice = isLong ? OfferChoice.of(from, to, place, onlyFree) : OfferChoice.free(onlyFree);
    var chosen = choice.of(all, directory.city().zone());
    return new ModelAndView(
        "booking/offers",
        Map.of(
            "service", bookable.service(),
            "title", choose(bookable, page),
            "groups", views.groups(chosen, onlyFree, bookable.booking(), page),
            "any", !all.isEmpty(),
            "byLot", bookable.booking().draw(),
            "choice", choice,
            "places", isLong ? views.places(all, page) : List.of(),
            "isLong", isLong));
  }

  @GetMapping(LIST + "/{offer}")
  ModelAndView one(
      @PathVariable String service,
      @PathVariable String offer,
      @RequestParam(name = "nicht", defaultValue = "") String why,
      Optional<Visitor> visitor,
      @ModelAttribute Page page) {
    var bookable = bookable(service);
    var standing = shelf.find(bookable.service().id(), offer).orElseThrow(NotFound::new);
    var shown =
        new ModelAndView(
            "booking/offer",
            Map.of(
                "service", bookable.service(),
                "title", choose(bookable, page),
                "offer", views.of(standing, bookable.booking(), page),
                "cancel", cancelling.of(standing.offer(), bookable.booking(), page.locale()),
                "why", Places.Why.ofCode(why).map(Places.Why::code).orElse(""),
                "waiting", bookable.booking().waiting().isPresent(),
                "minutes", bookable.booking().hold().toMinutes()));
    if (bookable.booking().draw()) {
      draws.of(standing.offer(), visitor, page).ifPresent(draw -> shown.addObject("draw", draw));
    }
    visitor
        .flatMap(who -> rows.find(bookable.service().id(), offer, who.accountId()))
        .flatMap(wait -> waits.of(wait, page))
        .ifPresent(wait -> shown.addObject("wait", wait));
    return shown;
  }

  /** For the calendar of who booked it. */
  @GetMapping(LIST + "/{offer}/termin.ics")
  ResponseEntity<byte[]> calendar(
      @PathVariable String service, @PathVariable String offer, Locale locale) {
    var bookable = bookable(service);
    var standing = shelf.find(bookable.service().id(), offer).orElseThrow(NotFound::new);
    var starts = standing.offer().starts();
    if (starts == null) {
      throw new NotFound();
    }
    return ResponseEntity.ok()
        .contentType(CalendarFile.TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("termin.ics").build().toString())
        .body(
            OfferCalendar.of(
                standing.offer(),
                starts,
                bookable.booking().provisional(),
                settings.url(standing.offer().path()),
                locale,
                directory.city().zone(),
                clock.instant()));
  }

  private static String choose(Bookable bookable, Page page) {
    return bookable.booking().choose().plain().in(page.locale());
  }

  private Bookable bookable(String service) {
    var found = catalogue.named(service).orElseThrow(NotFound::new);
    return forms
        .form(found.id())
        .flatMap(Form::booking)
        .map(booking -> new Bookable(found, booking))
        .orElseThrow(NotFound::new);
  }
}
