package ch.meinkonto.connector;

import ch.meinkonto.connector.yaml.YamlMap;
import java.util.Optional;

/** A kind of system that a unit may have. Each kind is one bean, in a package of its own. */
public interface ChannelKind {

  /** The key of any unit under which its folder with what residents can book stands. */
  String OFFERS = "offers";

  /** The word after {@code channel:} in the configuration. */
  String name();

  /**
   * Reads a unit's options; what is wrong with them becomes a finding. Nothing is opened yet.
   *
   * @param unit the unit's id
   * @param options the unit's map in the file; {@code channel}, {@code keys} and {@code offers}
   *     stand there too
   */
  Optional<Plan> read(String unit, YamlMap options);

  /** What the file says about one unit. Plans that are equal need no new channel. */
  interface Plan {

    /**
     * Opens the channel.
     *
     * @throws ChannelRefused if it cannot work like this, in words for the operator
     */
    Channel open(Surroundings surroundings) throws ChannelRefused;
  }
}
