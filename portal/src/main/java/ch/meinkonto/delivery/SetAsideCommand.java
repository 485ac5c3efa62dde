package ch.meinkonto.delivery;

import ch.meinkonto.contract.DeliveryId;
import ch.meinkonto.platform.Command;
import java.util.List;
import org.springframework.stereotype.Component;

/** What lies aside, and how it goes on its way again. */
@Component
class SetAsideCommand implements Command {

  private final Deliveries deliveries;

  SetAsideCommand(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public String name() {
    return "set-aside";
  }

  @Override
  public String description() {
    return "lists deliveries that were set aside; with their ids, offers them to their units again";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.isEmpty()) {
      var aside = deliveries.setAside();
      aside.forEach(one ->
          System.out.printf(
              "%s  %s  since %s  %s%n", one.id(), one.unit(), one.since(), one.reason()));
      System.out.printf("%d deliveries are set aside.%n", aside.size());
      return 0;
    }
    return arguments.stream().map(this::putBack).reduce(true, Boolean::logicalAnd) ? 0 : 1;
  }

  private boolean putBack(String id) {
    try {
      if (deliveries.putBack(DeliveryId.of(id))) {
        System.out.println(id + " is offered again.");
        return true;
      }
      System.out.println(id + " is not set aside.");
    } catch (IllegalArgumentException notAnId) {
      System.out.println("'" + id + "' is no delivery's id.");
    }
    return false;
  }
}
