package ch.meinkonto.simulator.office;

import org.springframework.stereotype.Component;

/** Offices with a server, onto which files are put. */
@Component
final class SftpKind implements OfficeKind {

  private final SftpServer server;

  SftpKind(SftpServer server) {
    this.server = server;
  }

  @Override
  public String name() {
    return "sftp";
  }

  @Override
  public Office open(Room room) {
    return new SftpOffice(server.open(room.unit(), room.switches()), room);
  }
}
