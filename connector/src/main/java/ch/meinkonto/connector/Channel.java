package ch.meinkonto.connector;

import java.util.Optional;
import org.springframework.integration.dsl.IntegrationFlow;

/** One unit's open channel, as flows that run while it is open. */
public interface Channel extends AutoCloseable {

  /**
   * From a {@link ch.meinkonto.unit.ReceivedRequest} to its {@link ch.meinkonto.unit.Outcome}: the
   * flow starts with whatever channel it is given and replies.
   */
  IntegrationFlow inward();

  /** From what the unit's system has to say to the portal; starts by itself. */
  Optional<IntegrationFlow> outward();

  /** What keeps the unit's system from taking requests now. */
  Optional<String> trouble();

  @Override
  void close();
}
