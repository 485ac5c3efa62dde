package ch.meinkonto.platform.web;

/**
 * How many conversations hold something that a person has not read yet, for the page frame; the
 * module {@code messages} knows.
 */
public interface UnreadCount {

  /** Their number for this visitor, 0 when all is read. */
  int of(Visitor visitor);
}
