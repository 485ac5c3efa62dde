package ch.meinkonto.connector.folder;

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
}
