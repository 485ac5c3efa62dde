package ch.meinkonto.delivery;

import ch.meinkonto.contract.EventType;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.ProblemType;
import ch.meinkonto.contract.SecurityEvent;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.platform.crypto.LookupHash;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which events were heard. A unit repeats an event under the same {@code jti}, though with another
 * signature and time: what counts is what it says.
 */
@Component
class HeardEvents {

  private static final JsonMapper SORTED =
      Json.mapper().rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final JdbcClient jdbc;
  private final LookupHash hash;
  private final Clock clock;

  HeardEvents(JdbcClient jdbc, LookupHash hash, Clock clock) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.clock = clock;
  }

  /**
   * Remembers an event; false when it was heard before. Of two that come at once, the second waits
   * for the first's transaction.
   *
   * @throws Refusal when another event was heard under the same id
   */
  boolean isFirst(UnitId unit, SecurityEvent token) {
    var jti = hash.of("delivery-event-id", token.id());
    var content =
        hash.of(
            "delivery-event",
            EventType.of(token.event()).code() + SORTED.writeValueAsString(token.event()));
    var inserted =
        jdbc.sql(
                """
                INSERT INTO delivery_event (unit, jti, content, heard_at)
                VALUES (:unit, :jti, :content, :now) ON CONFLICT DO NOTHING\
                """)
            .param("unit", unit.value())
            .param("jti", jti)
            .param("content", content)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (inserted == 0 && !MessageDigest.isEqual(content, content(unit, jti))) {
      throw new Refusal(ProblemType.EVENT_CONFLICT);
    }
    return inserted == 1;
  }

  private byte[] content(UnitId unit, byte[] jti) {
    return jdbc.sql("SELECT content FROM delivery_event WHERE unit = :unit AND jti = :jti")
        .param("unit", unit.value())
        .param("jti", jti)
        .query(byte[].class)
        .single();
  }

  int forget(Instant before) {
    return jdbc.sql("DELETE FROM delivery_event WHERE heard_at < :before")
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
  }
}
