package ch.meinkonto.delivery;

import ch.meinkonto.operations.Names;
import ch.meinkonto.platform.web.Page;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts deliveries into the words of a page. */
@Component
class DeliveryViews {

  private final Cargo cargo;
  private final Names names;

  DeliveryViews(Cargo cargo, Names names) {
    this.cargo = cargo;
    this.names = names;
  }

  /** Of these units. */
  List<DeliveryView> of(List<Item> items, List<Health> units, Page page) {
    return items.stream()
        .flatMap(item ->
            units.stream()
                .filter(health -> health.unit().equals(item.unit()))
                .map(health -> of(item, health, page)))
        .toList();
  }

  private DeliveryView of(Item item, Health health, Page page) {
    return new DeliveryView(
        item.id().value(),
        item.unit().value(),
        names.unit(item.unit().value(), page),
        item.state().code(),
        page.formats().moment(item.createdAt()),
        item.attempt(),
        Why.of(item, health, page),
        null,
        null);
  }

  /** By itself, with its name among people while it lies here. */
  DeliveryView alone(Item item, Health health, Page page) {
    var view = of(item, health, page);
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
