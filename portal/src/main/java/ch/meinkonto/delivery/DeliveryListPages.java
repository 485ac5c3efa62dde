package ch.meinkonto.delivery;

import ch.meinkonto.contract.Reference;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.operations.DeskSection;
import ch.meinkonto.operations.Names;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.request.Requests;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits to be brought, by unit and state, the oldest first. */
@Controller
class DeliveryListPages {

  static final String PATH = "/betrieb/uebermittlungen";

  private static final int AT_ONCE = 50;

  private final Healths healths;
  private final Backlogs backlogs;
  private final Volumes volumes;
  private final DeliveryViews views;
  private final Requests requests;
  private final Names names;

  DeliveryListPages(
      Healths healths,
      Backlogs backlogs,
      Volumes volumes,
      DeliveryViews views,
      Requests requests,
      Names names) {
    this.healths = healths;
    this.backlogs = backlogs;
    this.volumes = volumes;
    this.views = views;
    this.requests = requests;
    this.names = names;
  }

  @Bean
  static DeskSection deliverySection() {
    return DeskSection.forAll(PATH, "delivery.deliveries", 20);
  }

  /** A page begins after the last one of the page before. */
  @GetMapping(PATH)
  String all(
      @RequestParam(name = "amt", defaultValue = "") String unit,
      @RequestParam(name = "stand", defaultValue = "") String stand,
      @RequestParam(name = "ab", defaultValue = "") String after,
      StaffMember who,
      @ModelAttribute("page") Page page,
      Model model) {
    var state = stand.equals(Item.State.OPEN.code()) ? Item.State.OPEN : Item.State.SET_ASIDE;
    var all = healths.of(who);
    var wanted = unit.isEmpty() ? all : only(UnitDeskPages.unit(unit, who), all);
    var ids = wanted.stream().map(Health::unit).toList();
    var found = backlogs.page(ids, state, Backlogs.Place.of(after), AT_ONCE + 1);
    var shown = found.subList(0, Math.min(found.size(), AT_ONCE));
    model.addAttribute("deliveries", views.of(shown, wanted, page));
    model.addAttribute(
        "more", found.size() > AT_ONCE ? Backlogs.Place.of(shown.getLast()).code() : "");
    model.addAttribute("unit", unit);
    model.addAttribute("state", state.code());
    model.addAttribute("first", after.isEmpty());
    model.addAttribute("units", choices(all, page));
    model.addAttribute("setAside", wanted.stream().mapToInt(one -> one.backlog().setAside()).sum());
    model.addAttribute("open", wanted.stream().mapToInt(one -> one.backlog().open()).sum());
    var waiting = wanted.stream().mapToInt(one -> one.backlog().all()).sum();
    model.addAttribute("volumes", VolumesView.of(volumes.lately(ids, waiting), page));
    return "delivery/deliveries";
  }

  /** By the reference that a resident reads out on the phone. */
  @GetMapping(PATH + "/suche")
  String find(@RequestParam(name = "q", defaultValue = "") String typed, StaffMember who) {
    return Reference.parse(typed)
        .flatMap(requests::byReference)
        .filter(request -> who.sees(request.unit()))
        .map(request -> "redirect:" + PATH + "/" + request.id())
        .orElse("delivery/not-found");
  }

  private static List<Health> only(UnitId unit, List<Health> all) {
    return all.stream().filter(health -> health.unit().equals(unit)).toList();
  }

  private List<Map.Entry<String, String>> choices(List<Health> units, Page page) {
    var alphabet = Collator.getInstance(page.locale());
    return units.stream()
        .map(health -> health.unit().value())
        .map(id -> Map.entry(id, names.unit(id, page)))
        .sorted(Comparator.comparing(Map.Entry::getValue, alphabet))
        .toList();
  }
}
