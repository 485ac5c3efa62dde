package ch.meinkonto.delivery;

import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.contract.Reference;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.request.Requests;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a delivery by the reference that a resident reads out on the phone. */
@Controller
class DeliverySearchPages {

  private final Requests requests;
  private final Items items;

  DeliverySearchPages(Requests requests, Items items) {
    this.requests = requests;
    this.items = items;
  }

  @GetMapping(DeliveryListPages.PATH + "/suche")
  String find(@RequestParam(name = "q", defaultValue = "") String typed, StaffMember who) {
    return Reference.parse(typed)
        .flatMap(requests::byReference)
        .flatMap(request -> items.find(new DeliveryId(request.id().value())))
        .filter(item -> who.sees(item.unit(), item.service()))
        .map(item -> "redirect:" + DeliveryListPages.PATH + "/" + item.id())
        .orElse("delivery/not-found");
  }
}
