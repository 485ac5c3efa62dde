package ch.meinkonto.connector.folder;

import ch.meinkonto.connector.Channel;
import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.handover.ForcedDisk;
import ch.meinkonto.connector.mapping.Mappings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A unit's folder, as the file describes it.
 *
 * @param folder the unit's folder
 * @param settle how long a dropped file must stay the same before it is read
 * @param poll how often {@code ausgang} is looked at
 * @param mappings how requests are written for the unit's system
 */
record FolderPlan(Path folder, Duration settle, Duration poll, Mappings mappings)
    implements ChannelKind.Plan {

  @Override
  public Channel open(Surroundings surroundings) throws ChannelRefused {
    return FolderChannel.open(this, surroundings, new ForcedDisk());
  }

  @Override
  public String toString() {
    return "folder " + folder;
  }
}
