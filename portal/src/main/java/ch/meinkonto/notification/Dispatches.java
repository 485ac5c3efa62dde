package ch.meinkonto.notification;

import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.crypto.MasterKey;
import ch.meinkonto.platform.crypto.SealedColumn;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Text messages and letters that wait to be handed over, sealed with the master key. */
@Component
class Dispatches {

  private final JdbcClient jdbc;
  private final MasterKey masterKey;
  private final JsonMapper json;
  private final Clock clock;

  Dispatches(JdbcClient jdbc, MasterKey masterKey, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.masterKey = masterKey;
    this.json = json;
    this.clock = clock;
  }

  @Bean
  static SealedColumn<UUID> sealedDispatches() {
    return SealedColumn.of(
        "text messages and letters that wait",
        "notification_dispatch",
        "id",
        UUID.class,
        "sealed",
        Dispatches::context);
  }

  /** Something that waits: who carries it, since when, and how long it is worth it. */
  record Waiting(Carrier carrier, Gateway.Parcel parcel, Instant createdAt, Instant sendUntil) {}

  UUID add(Carrier carrier, Map<String, String> values, Instant sendUntil) {
    var id = Ids.next();
    jdbc.sql(
            """
            INSERT INTO notification_dispatch (id, carrier, sealed, created_at, send_until)
            VALUES (:id, :carrier, :sealed, :now, :until)
            """)
        .param("id", id)
        .param("carrier", carrier.name())
        .param("sealed", masterKey.seal(json.writeValueAsBytes(values), context(id)))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("until", sendUntil.atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  Optional<Waiting> find(UUID id) {
    return jdbc.sql(
            "SELECT carrier, sealed, created_at, send_until FROM notification_dispatch WHERE id = :id")
        .param("id", id)
        .query(Row.class)
        .optional()
        .map(row -> row.opened(id, masterKey, json));
  }

  void erase(UUID id) {
    jdbc.sql("DELETE FROM notification_dispatch WHERE id = :id").param("id", id).update();
  }

  private static String context(UUID id) {
    return "notification_dispatch.sealed/" + id;
  }

  record Row(Carrier carrier, byte[] sealed, OffsetDateTime createdAt, OffsetDateTime sendUntil) {

    Waiting opened(UUID id, MasterKey masterKey, JsonMapper json) {
      Map<String, String> values =
          json.readValue(masterKey.open(sealed, context(id)), new TypeReference<>() {});
      return new Waiting(
          carrier, new Gateway.Parcel(id, values), createdAt.toInstant(), sendUntil.toInstant());
    }
  }
}
