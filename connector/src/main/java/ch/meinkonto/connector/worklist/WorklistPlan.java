package ch.meinkonto.connector.worklist;

import ch.meinkonto.connector.Channel;
import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Surroundings;
import ch.meinkonto.connector.handover.ForcedDisk;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A unit's worklist, as the file describes it.
 *
 * @param name the unit's name among people
 * @param folder where its cases lie, sealed
 * @param key the file with the key above all; best on another disk
 * @param due after so long a case is overdue
 * @param keep so long a closed case is kept
 */
record WorklistPlan(
    String name, Path folder, Path key, Duration due, Duration keep, Worklists worklists)
    implements ChannelKind.Plan {

  @Override
  public Channel open(Surroundings surroundings) throws ChannelRefused {
    return WorklistChannel.open(this, surroundings, new ForcedDisk());
  }

  @Override
  public String toString() {
    return "worklist in " + folder;
  }
}
