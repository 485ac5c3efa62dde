package ch.meinkonto.platform.web;

/**
 * How many messages a person has not read yet, for the page frame; the module {@code messages}
 * knows.
 */
public interface UnreadCount {

  /** The number of unread messages of this visitor, 0 when there are none. */
  int of(Visitor visitor);
}
