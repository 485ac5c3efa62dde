package ch.meinkonto.connector.worklist;

import ch.meinkonto.connector.ChannelRefused;

/** Where clerks come in. */
public interface Door {

  /** Is open from now on, if it was not. */
  void open() throws ChannelRefused;

  /** Is shut from now on. */
  void close();
}
