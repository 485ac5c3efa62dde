package ch.meinkonto.form;

import ch.meinkonto.catalogue.ServiceId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** For whom somebody may fill in forms besides themselves; the module {@code mandate} knows. */
public interface Representations {

  /** All for whom this account may send the form of this service now. */
  List<Represented> of(UUID actor, ServiceId service);

  /**
   * For whom a mandate lets this account send the form of this service; empty when it does not, or
   * not any more. In a transaction, nobody ends the mandate until that is over.
   */
  Optional<Represented> by(UUID mandate, UUID actor, ServiceId service);

  /** Somebody fills in a form for somebody else, and so sees what their account knows of them. */
  void begun(Represented represented, UUID actor, ServiceId service);
}
