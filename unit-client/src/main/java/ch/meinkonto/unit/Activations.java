package ch.meinkonto.unit;

import ch.meinkonto.contract.ActivationLink;
import ch.meinkonto.contract.UnitEvent;
import java.util.UUID;

/** What a unit does with the accounts that it has activated. */
public final class Activations {

  private final Events events;

  Activations(Events events) {
    this.events = events;
  }

  /**
   * The unit knows nobody under this name any more, for instance because the person moved away:
   * they are told, and have to type in a new code. Doing it again does nothing.
   */
  public void revoke(ActivationLink link) {
    events.send(UUID.randomUUID().toString(), new UnitEvent.ActivationRevoked(link));
  }
}
