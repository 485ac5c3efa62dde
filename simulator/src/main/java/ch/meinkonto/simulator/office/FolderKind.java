package ch.meinkonto.simulator.office;

import ch.meinkonto.simulator.SimulatorSettings;
import org.springframework.stereotype.Component;

/** Offices that look into a folder. */
@Component
final class FolderKind implements OfficeKind {

  private final SimulatorSettings settings;

  FolderKind(SimulatorSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "folder";
  }

  @Override
  public Office open(Room room) {
    return new FolderOffice(settings.connectorFolder(room.unit()), room);
  }
}
