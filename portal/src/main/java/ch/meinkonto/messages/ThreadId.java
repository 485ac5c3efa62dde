package ch.meinkonto.messages;

import ch.meinkonto.platform.Ids;
import java.util.UUID;

/** Names a thread. */
record ThreadId(UUID value) {

  static ThreadId next() {
    return new ThreadId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
