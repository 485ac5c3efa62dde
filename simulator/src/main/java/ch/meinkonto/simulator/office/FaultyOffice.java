package ch.meinkonto.simulator.office;

import java.util.EnumMap;
import java.util.Map;

/** An office with the faults that its system can have; those that it has now are true. */
public record FaultyOffice(String unit, Map<Fault, Boolean> faults) {

  static FaultyOffice of(Office office) {
    var faults = new EnumMap<Fault, Boolean>(Fault.class);
    office.faults().forEach(one -> faults.put(one, office.room().switches().on(one)));
    return new FaultyOffice(office.unitId(), faults);
  }
}
