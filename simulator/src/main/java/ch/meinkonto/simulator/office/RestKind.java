package ch.meinkonto.simulator.office;

import ch.meinkonto.simulator.SimulatorSettings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Offices whose systems have an HTTP API. */
@Component
final class RestKind implements OfficeKind {

  private final SimulatorSettings settings;
  private final Map<String, RestOffice> offices = new ConcurrentHashMap<>();

  RestKind(SimulatorSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "rest";
  }

  @Override
  public Office open(Room room) {
    var office = new RestOffice(settings.offices().resolve(room.unit()), room);
    offices.put(room.unit(), office);
    return office;
  }

  Optional<RestOffice> find(String unit) {
    return Optional.ofNullable(offices.get(unit));
  }
}
