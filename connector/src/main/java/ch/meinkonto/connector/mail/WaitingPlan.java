package ch.meinkonto.connector.mail;

import ch.meinkonto.connector.Channel;
import ch.meinkonto.connector.ChannelKind;
import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.Surroundings;
import java.nio.file.Path;
import java.util.List;

/**
 * A unit whose certificates or keys are not there yet: it is opened when they are, and keeps no
 * other unit waiting.
 */
record WaitingPlan(List<Path> missing) implements ChannelKind.Plan {

  WaitingPlan {
    missing = List.copyOf(missing);
  }

  @Override
  public Channel open(Surroundings surroundings) throws ChannelRefused {
    throw new ChannelRefused("%s: missing: %s".formatted(surroundings.unitId(), missing));
  }
}
