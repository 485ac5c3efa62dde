package ch.meinkonto.messages;

import java.time.Instant;
import java.util.List;

/**
 * What comes into a thread from the portal or a unit.
 *
 * @param source what it was made from: the same source comes in once
 */
record Incoming(MessageKind kind, Instant at, String source, Body body, List<Document> documents) {

  Incoming {
    documents = List.copyOf(documents);
  }

  Incoming(MessageKind kind, Instant at, String source, Body body) {
    this(kind, at, source, body, List.of());
  }

  /** A document as the unit sent it. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Document(String name, String mediaType, byte[] content) {}
}
