package ch.meinkonto.simulator.office;

import ch.meinkonto.simulator.SimulatorSettings;
import org.springframework.stereotype.Component;

/** Offices whose systems are web services. */
@Component
final class SoapKind implements OfficeKind {

  private final SimulatorSettings settings;

  SoapKind(SimulatorSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "soap";
  }

  @Override
  public Office open(Room room) {
    return new SoapOffice(settings.offices().resolve(room.unit()), room);
  }
}
