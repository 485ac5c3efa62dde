package ch.meinkonto.delivery;

import ch.meinkonto.operations.Attention;
import ch.meinkonto.operations.Attention.Urgency;
import ch.meinkonto.operations.DeskSection;
import ch.meinkonto.operations.Names;
import ch.meinkonto.operations.NeedsAttention;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Page;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What waits of each service, and where its figures are: for whoever looks after services. */
@Controller
@Order(15)
class ServiceDeskPages implements NeedsAttention {

  static final String PATH = "/betrieb/dienste";

  private final ServicesOfStaff services;
  private final Backlogs backlogs;
  private final Names names;

  ServiceDeskPages(ServicesOfStaff services, Backlogs backlogs, Names names) {
    this.services = services;
    this.backlogs = backlogs;
    this.names = names;
  }

  @Bean
  static DeskSection serviceSection() {
    return DeskSection.forAll(PATH, "delivery.services", 15);
  }

  @GetMapping(PATH)
  String all(StaffMember who, @ModelAttribute("page") Page page, Model model) {
    model.addAttribute(
        "services",
        views(who, page).stream()
            .sorted(Comparator.comparing((ServiceView one) -> !one.aside() && !one.disturbed()))
            .toList());
    return "delivery/services";
  }

  /** Whoever sees all of a unit is told by the unit already. */
  @Override
  public List<Attention> look(StaffMember who, Page page) {
    return who.services().isEmpty()
        ? List.of()
        : views(who, page).stream()
            .filter(one -> one.aside() && who.services().contains(one.id()))
            .map(one ->
                new Attention(
                    Urgency.NOW,
                    page.text("delivery.trouble.set-aside.title", one.name(), one.setAside()),
                    page.text("delivery.trouble.set-aside.text"),
                    DeliveryListPages.PATH + "?dienst=" + one.id()))
            .toList();
  }

  private List<ServiceView> views(StaffMember who, Page page) {
    var waiting = backlogs.byService();
    return services.of(who, page).stream()
        .map(one ->
            ServiceView.of(one, waiting.getOrDefault(one.id(), Backlogs.Backlog.NONE), names, page))
        .toList();
  }
}
