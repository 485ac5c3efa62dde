package ch.meinkonto.simulator.office;

import org.springframework.stereotype.Component;

/** Nothing is played here: the clerk is a person, and their cases lie with the connector. */
@Component
class WorklistKind implements OfficeKind {

  private record OfPeople(Room room) implements Office {

    @Override
    public void work() {
      // a person does
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
