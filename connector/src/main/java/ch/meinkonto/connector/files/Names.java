package ch.meinkonto.connector.files;

import ch.meinkonto.connector.handover.Place;

/** Where things lie in a unit's folder. */
public final class Names {

  /** What came from residents. */
  public static final String INCOMING = "eingang";

  /** Where the unit's system drops what it has to say. */
  public static final String OUTGOING = "ausgang";

  /** What has been said. */
  public static final String DONE = OUTGOING + "/erledigt";

  /** What could not be said, with the reason beside it. */
  public static final String FAILED = OUTGOING + "/fehler";

  /** What the name of a file with a reason ends in. */
  public static final String REASON = ".grund.txt";

  private Names() {}

  /** Where a submission appears. */
  static String target(Place place) {
    return INCOMING + "/" + place.name();
  }

  /** Where it is written before it is complete; hidden, and on the same file system. */
  static String part(Place place) {
    return INCOMING + "/." + place.name().replace('/', '.') + ".part";
  }

  static String parent(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
