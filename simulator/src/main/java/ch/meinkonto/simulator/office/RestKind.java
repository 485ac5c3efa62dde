package ch.meinkonto.simulator.office;

import ch.meinkonto.simulator.SimulatorSettings;
import org.springframework.stereotype.Component;

/** Offices whose systems have an HTTP API. */
@Component
final class RestKind implements OfficeKind {

  private final SimulatorSettings settings;

  RestKind(SimulatorSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "rest";
  }

  @Override
  public Office open(Room room) {
    return new RestOffice(settings.offices().resolve(room.unit()), room);
  }
}
