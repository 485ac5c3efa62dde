package ch.meinkonto.connector.folder;

import ch.meinkonto.connector.handover.Place;
import java.nio.file.Path;

/** Where things lie in a unit's folder. */
record Layout(Path root) {

  /** What came from residents. */
  Path incoming() {
    return root.resolve("eingang");
  }

  /** Where the unit's system drops what it has to say. */
  Path outgoing() {
    return root.resolve("ausgang");
  }

  /** What has been said. */
  Path done() {
    return outgoing().resolve("erledigt");
  }

  /** What could not be said, with the reason beside it. */
  Path failed() {
    return outgoing().resolve("fehler");
  }

  /** The connector's own notes. */
  Path own() {
    return root.resolve(".connector");
  }

  /** Where a submission appears. */
  Path target(Place place) {
    return incoming().resolve(place.name());
  }

  /** Where it is written before it is complete; hidden, and on the same file system. */
  Path part(Place place) {
    return incoming().resolve("." + place.name().replace('/', '.') + ".part");
  }
}
