package ch.meinkonto.simulator.office;

import java.util.List;
import org.springframework.stereotype.Component;

/** Nothing is played here: the clerk is a person, and their cases lie with the connector. */
@Component
class WorklistKind implements OfficeKind {

  private record OfPeople(String unitId) implements Office {

    @Override
    public List<Case> cases() {
      return List.of();
    }

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
    return new OfPeople(room.unit());
  }
}
