package ch.meinkonto.trust;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** What the log commits to, word for word: an entry, with its id and time. */
@JsonPropertyOrder({"id", "account", "at", "kind", "actor", "subject", "ground"})
record Statement(
    UUID id, UUID account, Instant at, String kind, String actor, String subject, String ground) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  byte[] bytes() {
    return JSON.writeValueAsBytes(this);
  }

  static Statement parse(byte[] bytes) {
    return JSON.readValue(bytes, Statement.class);
  }
}
