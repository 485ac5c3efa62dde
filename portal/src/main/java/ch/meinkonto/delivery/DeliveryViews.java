package ch.meinkonto.delivery;

import ch.meinkonto.operations.KnownServices;
import ch.meinkonto.operations.KnownServices.Known;
import ch.meinkonto.operations.Names;
import ch.meinkonto.platform.web.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts deliveries into the words of a page. */
@Component
class DeliveryViews {

  private final Cargo cargo;
  private final Names names;
  private final KnownServices services;

  DeliveryViews(Cargo cargo, Names names, KnownServices services) {
    this.cargo = cargo;
    this.names = names;
    this.services = services;
  }

  /** Of these units. */
  List<DeliveryView> of(List<Item> items, List<Health> units, Page page) {
    var known = known(page);
    return items.stream()
        .flatMap(item ->
            units.stream()
                .filter(health -> health.unit().equals(item.unit()))
                .map(health -> of(item, health, known, page)))
        .toList();
  }

  private Map<String, String> known(Page page) {
    return services.all(page.locale()).stream().collect(Collectors.toMap(Known::id, Known::name));
  }

  private DeliveryView of(Item item, Health health, Map<String, String> known, Page page) {
    var service = item.service();
    return new DeliveryView(
        item.id().value(),
        item.unit().value(),
        names.unit(item.unit().value(), page),
        service == null ? null : known.getOrDefault(service, service),
        item.state().code(),
        page.formats().moment(item.createdAt()),
        item.attempt(),
        Why.of(item, health, page),
        null,
        null);
  }

  /** By itself, with its name among people while it lies here. */
  DeliveryView alone(Item item, Health health, Page page) {
    var view = of(item, health, known(page), page);
    return cargo
        .find(item.submission())
        .map(consignment -> consignment.envelope())
        .map(envelope ->
            view.named(
                envelope.reference().value(),
                page.text("delivery.kind." + DeliveryView.code(envelope.kind()))))
        .orElse(view);
  }
}
