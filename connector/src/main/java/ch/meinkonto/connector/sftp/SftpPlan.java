package ch.meinkonto.connector.sftp;

import ch.meinkonto.connector.Channel;
import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.mapping.Mappings;
import java.time.Duration;

/**
 * A unit's server, as the file describes it.
 *
 * @param address where it is
 * @param login how the connector logs in there
 * @param hostKeys by what it is recognised
 * @param acknowledged whether a request counts as taken only when the unit's system says so
 * @param rhythm how long things may take
 * @param mappings how requests are written for the unit's system
 */
record SftpPlan(
    Address address,
    Login login,
    HostKeys hostKeys,
    boolean acknowledged,
    Rhythm rhythm,
    Mappings mappings)
    implements ChannelKind.Plan {

  /**
   * A folder on a server.
   *
   * @param folder the unit's folder there; {@code .} is where one is after the login
   */
  record Address(String host, int port, String folder) {

    @Override
    public String toString() {
      return host + ":" + port + (folder.startsWith("/") ? folder : "/" + folder);
    }
  }

  /**
   * How long things may take.
   *
   * @param settle how long a dropped file must stay the same before it is read
   * @param poll how often {@code ausgang} is looked at
   * @param timeout how long the server may keep silent
   */
  record Rhythm(Duration settle, Duration poll, Duration timeout) {}

  @Override
  public Channel open(Surroundings surroundings) throws ChannelRefused {
    Server server = new Server(this);
    try {
      return SftpChannel.open(this, surroundings, server, new ForcedDisk());
    } catch (ChannelRefused e) {
      server.close();
      throw e;
    }
  }

  @Override
  public String toString() {
    return "sftp://" + login.user() + "@" + address;
  }
}
