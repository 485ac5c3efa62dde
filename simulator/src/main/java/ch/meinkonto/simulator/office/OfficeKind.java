package ch.meinkonto.simulator.office;

/** A kind of system that the connector serves, played by the simulator. Each kind is one bean. */
interface OfficeKind {

  /** The word after {@code channel:} in the city's {@code connector.yaml}. */
  String name();

  /** Opens a unit's office with such a system. */
  Office open(Room room);
}
