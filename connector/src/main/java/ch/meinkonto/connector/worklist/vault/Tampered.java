package ch.meinkonto.connector.worklist.vault;

import java.io.IOException;

/** What lies there is not what was sealed, or was sealed with another key. */
public final class Tampered extends IOException {

  public Tampered(String what) {
    super(what);
  }
}
