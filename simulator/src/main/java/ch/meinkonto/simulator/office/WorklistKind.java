package ch.meinkonto.simulator.office;

import java.util.Set;
import org.springframework.stereotype.Component;

/** Nothing is played here: the clerk is a person, and their cases lie with the connector. */
@Component
class WorklistKind implements OfficeKind {

  private record OfPeople(Room room) implements Office {

    @Override
    public void work() {
      // a person does
    }

    @Override
    public Set<Fault> faults() {
      return Set.of();
    }
  }

  @Override
  public String name() {
    return "worklist";
  }

  @Override
  public Office open(Room room) {
    return new OfPeople(room);
  }
}
