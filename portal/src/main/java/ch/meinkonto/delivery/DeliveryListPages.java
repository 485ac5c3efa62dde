package ch.meinkonto.delivery;

import ch.meinkonto.directory.UnitId;
import ch.meinkonto.operations.DeskSection;
import ch.meinkonto.operations.KnownServices.Known;
import ch.meinkonto.operations.Names;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
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
  private final Names names;
  private final ServicesOfStaff services;

  DeliveryListPages(
      Healths healths,
      Backlogs backlogs,
      Volumes volumes,
      DeliveryViews views,
      Names names,
      ServicesOfStaff services) {
    this.healths = healths;
    this.backlogs = backlogs;
    this.volumes = volumes;
    this.views = views;
    this.names = names;
    this.services = services;
  }

  @Bean
  static DeskSection deliverySection() {
    return DeskSection.forAll(PATH, "delivery.deliveries", 20);
  }

  /** A page begins after the last one of the page before. */
  @GetMapping(PATH)
  String all(
      @RequestParam(name = "amt", defaultValue = "") String unit,
      @RequestParam(name = "dienst", defaultValue = "") String service,
      @RequestParam(name = "stand", defaultValue = "") String stand,
      @RequestParam(name = "ab", defaultValue = "") String after,
      StaffMember who,
      @ModelAttribute("page") Page page,
      Model model) {
    var state = stand.equals(Item.State.OPEN.code()) ? Item.State.OPEN : Item.State.SET_ASIDE;
    var all = healths.all();
    var at =
        unit.isEmpty()
            ? all.stream().map(Health::unit).toList()
            : List.of(UnitDeskPages.unit(unit, who));
    var theirs = services.of(who, page);
    var scope = service.isEmpty() ? Scope.of(who, at) : Scope.of(only(service, theirs).id(), at);
    var found = backlogs.page(scope, state, Backlogs.Place.of(after), AT_ONCE + 1);
    var shown = found.subList(0, Math.min(found.size(), AT_ONCE));
    var waiting = backlogs.of(scope);
    model.addAttribute("deliveries", views.of(shown, all, page));
    model.addAttribute(
        "more", found.size() > AT_ONCE ? Backlogs.Place.of(shown.getLast()).code() : "");
    model.addAttribute("unit", unit);
    model.addAttribute("service", service);
    model.addAttribute("state", state.code());
    model.addAttribute("first", after.isEmpty());
    model.addAttribute("units", choices(all, who, page));
    model.addAttribute(
        "services", theirs.stream().map(one -> Map.entry(one.id(), one.name())).toList());
    model.addAttribute("setAside", waiting.setAside());
    model.addAttribute("open", waiting.open());
    model.addAttribute("volumes", VolumesView.of(volumes.lately(scope, waiting.all()), page));
    return "delivery/deliveries";
  }

  private static Known only(String service, List<Known> theirs) {
    return theirs.stream()
        .filter(one -> one.id().equals(service))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private List<Map.Entry<String, String>> choices(List<Health> units, StaffMember who, Page page) {
    var alphabet = Collator.getInstance(page.locale());
    return units.stream()
        .map(Health::unit)
        .filter(who::sees)
        .map(UnitId::value)
        .map(id -> Map.entry(id, names.unit(id, page)))
        .sorted(Comparator.comparing(Map.Entry::getValue, alphabet))
        .toList();
  }
}
