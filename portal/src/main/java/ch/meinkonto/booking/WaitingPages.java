package ch.meinkonto.booking;

import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where one waits for a place, and sees where one does. */
@Controller
class WaitingPages {

  static final String OWN = "/konto/wartelisten";

  private static final String LINE = "/dienste/{service}/angebote/{offer}/warteliste";
  private static final int MOST = 20;

  private final WaitingList waiting;
  private final WaitingRows rows;
  private final Shelf shelf;
  private final WaitViews views;
  private final Texts texts;

  WaitingPages(WaitingList waiting, WaitingRows rows, Shelf shelf, WaitViews views, Texts texts) {
    this.waiting = waiting;
    this.rows = rows;
    this.shelf = shelf;
    this.views = views;
    this.texts = texts;
  }

  @GetMapping(OWN)
  ModelAndView own(Visitor visitor, @ModelAttribute Page page) {
    return new ModelAndView(
        "booking/waiting",
        Map.of(
            "waits",
            rows.ofAccount(visitor.accountId()).stream()
                .flatMap(wait -> views.of(wait, page).stream())
                .toList()));
  }

  @PostMapping(LINE)
  String join(
      @PathVariable String service,
      @PathVariable String offer,
      @RequestParam(name = "plaetze", defaultValue = "1") int places,
      Visitor visitor,
      RedirectAttributes redirect) {
    var path = offer(service, offer).path();
    var id = new ServiceId(service);
    if (rows.count(visitor.accountId()) >= MOST) {
      Flash.warning(redirect, texts, "booking.waiting.too-many");
    } else if (waiting.join(id, offer, visitor.accountId(), Math.clamp(places, 1, MOST))) {
      Flash.success(redirect, texts, "booking.waiting.joined");
    }
    return "redirect:" + path;
  }

  /** Somebody logged in to wait: the offer’s page has the button. */
  @GetMapping(LINE)
  String back(@PathVariable String service, @PathVariable String offer) {
    return "redirect:" + offer(service, offer).path();
  }

  @PostMapping(LINE + "/verlassen")
  String leave(
      @PathVariable String service,
      @PathVariable String offer,
      Visitor visitor,
      RedirectAttributes redirect) {
    var path = offer(service, offer).path();
    waiting.leave(new ServiceId(service), offer, visitor.accountId());
    Flash.success(redirect, texts, "booking.waiting.left");
    return "redirect:" + path;
  }

  private Offer offer(String service, String offer) {
    return shelf.find(service, offer).orElseThrow(NotFound::new).offer();
  }
}
