package ch.meinkonto.simulator.office;

import ch.meinkonto.simulator.SimulatorSettings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Offices whose systems are web services. */
@Component
final class SoapKind implements OfficeKind {

  private final SimulatorSettings settings;
  private final Map<String, SoapOffice> offices = new ConcurrentHashMap<>();

  SoapKind(SimulatorSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "soap";
  }

  @Override
  public Office open(Room room) {
    var office = new SoapOffice(settings.offices().resolve(room.unit()), room);
    offices.put(room.unit(), office);
    return office;
  }

  Optional<SoapOffice> find(String unit) {
    return Optional.ofNullable(offices.get(unit));
  }
}
