package ch.meinkonto.delivery;

import ch.meinkonto.directory.Slug;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.operations.DeskSection;
import ch.meinkonto.operations.Names;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import java.text.Collator;
import java.util.Comparator;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** How the units are: all of them, the worst first, and each by itself. */
@Controller
class UnitDeskPages {

  static final String PATH = "/betrieb/aemter";

  private final Healths healths;
  private final Names names;

  UnitDeskPages(Healths healths, Names names) {
    this.healths = healths;
    this.names = names;
  }

  @Bean
  static DeskSection unitSection() {
    return DeskSection.forAll(PATH, "delivery.units", 10);
  }

  static String address(UnitId unit) {
    return PATH + "/" + unit;
  }

  /** The unit that an address names, if they see anything of it. */
  static UnitId unit(String id, StaffMember who) {
    if (!Slug.fits(id)) {
      throw new NotFound();
    }
    var unit = new UnitId(id);
    who.mustSee(unit);
    return unit;
  }

  @GetMapping(PATH)
  String all(StaffMember who, @ModelAttribute("page") Page page, Model model) {
    var alphabet = Collator.getInstance(page.locale());
    model.addAttribute(
        "units",
        healths.of(who).stream()
            .map(health -> UnitView.of(health, names, page))
            .sorted(
                Comparator.comparing((UnitView unit) -> unit.tags().isEmpty())
                    .thenComparing(UnitView::name, alphabet))
            .toList());
    return "delivery/units";
  }

  @GetMapping(PATH + "/{id}")
  String one(
      @PathVariable String id, StaffMember who, @ModelAttribute("page") Page page, Model model) {
    var health = healths.of(unit(id, who));
    if (!healths.knows(health)) {
      throw new NotFound();
    }
    model.addAttribute("unit", UnitView.of(health, names, page));
    return "delivery/unit";
  }
}
