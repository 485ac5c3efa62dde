package ch.meinkonto.delivery;

import ch.meinkonto.operations.KnownServices;
import ch.meinkonto.operations.KnownServices.Known;
import ch.meinkonto.operations.StaffMember;
import ch.meinkonto.platform.web.Page;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which services somebody at the desk sees. */
@Component
class ServicesOfStaff {

  private final KnownServices services;

  ServicesOfStaff(KnownServices services) {
    this.services = services;
  }

  /** In the order of the alphabet. */
  List<Known> of(StaffMember who, Page page) {
    return services.all(page.locale()).stream()
        .filter(one -> who.sees(one.unit(), one.id()))
        .toList();
  }
}
