package ch.meinkonto.simulator.office;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** One unit's own system: takes requests, and works on them step by step. */
interface Office {

  /** What it works with. */
  Room room();

  /** Which unit it is. */
  default String unitId() {
    return room().unit();
  }

  /** All cases it ever took. */
  default List<Case> cases() {
    return room().cases().all();
  }

  /** Takes what comes in until the office closes; nothing to do where the connector brings it. */
  default void receive() {}

  /** Takes what the portal pushes; gives the HTTP status to answer with. */
  default int push(Map<String, String> headers, byte[] body) {
    return HttpStatus.NOT_FOUND.value();
  }

  /** Which faults its system can have. */
  default Set<Fault> faults() {
    return EnumSet.allOf(Fault.class);
  }

  /** Its {@link Switches} were set. */
  default void switched() {}

  /** Does what is due. */
  void work();
}
