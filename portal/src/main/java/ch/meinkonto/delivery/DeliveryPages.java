package ch.meinkonto.delivery;

import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Flash;
import ch.meinkonto.platform.web.NotFound;
import ch.meinkonto.platform.web.Page;
import ch.meinkonto.platform.web.Texts;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One delivery: where it stands and why, and offering it again. */
@Controller
@RequestMapping(DeliveryListPages.PATH + "/{id}")
class DeliveryPages {

  private final Items items;
  private final Healths healths;
  private final DeliveryViews views;
  private final Deliveries deliveries;
  private final Texts texts;

  DeliveryPages(
      Items items, Healths healths, DeliveryViews views, Deliveries deliveries, Texts texts) {
    this.items = items;
    this.healths = healths;
    this.views = views;
    this.deliveries = deliveries;
    this.texts = texts;
  }

  @GetMapping
  String one(
      @PathVariable String id, StaffMember who, @ModelAttribute("page") Page page, Model model) {
    var item = item(id, who);
    model.addAttribute("delivery", views.alone(item, healths.of(item.unit()), page));
    return "delivery/delivery";
  }

  @PostMapping("/erneut-anbieten")
  String putBack(@PathVariable String id, StaffMember who, RedirectAttributes redirect) {
    var item = item(id, who);
    if (deliveries.putBack(who, item.unit(), item.id())) {
      Flash.success(redirect, texts, "delivery.put-back.done");
    } else {
      Flash.warning(redirect, texts, "delivery.put-back.not-aside");
    }
    return "redirect:" + DeliveryListPages.PATH + "/" + item.id();
  }

  private Item item(String id, StaffMember who) {
    return deliveryId(id)
        .flatMap(items::find)
        .filter(item -> who.sees(item.unit(), item.service()))
        .orElseThrow(NotFound::new);
  }

  private static Optional<DeliveryId> deliveryId(String id) {
    try {
      return Optional.of(DeliveryId.of(id));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
