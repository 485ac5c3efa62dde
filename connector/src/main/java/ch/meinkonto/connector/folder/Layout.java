package ch.meinkonto.connector.folder;

import ch.meinkonto.connector.files.Names;
import java.nio.file.Path;

/** Where things lie in a unit's folder. */
record Layout(Path root) {

  /** What came from residents. */
  Path incoming() {
    return root.resolve(Names.INCOMING);
  }

  /** Where the unit's system drops what it has to say. */
  Path outgoing() {
    return root.resolve(Names.OUTGOING);
  }

  /** What has been said. */
  Path done() {
    return root.resolve(Names.DONE);
  }

  /** What could not be said, with the reason beside it. */
  Path failed() {
    return root.resolve(Names.FAILED);
  }

  /** The connector's own notes. */
  Path own() {
    return root.resolve(".connector");
  }
}
