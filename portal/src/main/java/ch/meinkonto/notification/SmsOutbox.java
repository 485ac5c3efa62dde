package ch.meinkonto.notification;

import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.crypto.MasterKey;
import ch.meinkonto.platform.crypto.SealedColumn;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Text messages that wait to be sent, sealed with the master key. */
@Component
class SmsOutbox {

  private final JdbcClient jdbc;
  private final MasterKey masterKey;
  private final JsonMapper json;
  private final Clock clock;

  SmsOutbox(JdbcClient jdbc, MasterKey masterKey, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.masterKey = masterKey;
    this.json = json;
    this.clock = clock;
  }

  @Bean
  static SealedColumn<UUID> sealedTextMessages() {
    return SealedColumn.of(
        "text messages that wait",
        "notification_sms",
        "id",
        UUID.class,
        "sealed",
        SmsOutbox::context);
  }

  /** A message, since when it waits, and how long it is worth being sent. */
  record Waiting(SmsGateway.Message message, Instant createdAt, Instant sendUntil) {}

  UUID add(String number, String text, Instant sendUntil) {
    var id = Ids.next();
    jdbc.sql(
            """
            INSERT INTO notification_sms (id, sealed, created_at, send_until)
            VALUES (:id, :sealed, :now, :until)
            """)
        .param("id", id)
        .param(
            "sealed", masterKey.seal(json.writeValueAsBytes(new Sealed(number, text)), context(id)))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("until", sendUntil.atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  Optional<Waiting> find(UUID id) {
    return jdbc.sql("SELECT sealed, created_at, send_until FROM notification_sms WHERE id = :id")
        .param("id", id)
        .query(Row.class)
        .optional()
        .map(row -> row.opened(id, masterKey, json));
  }

  void erase(UUID id) {
    jdbc.sql("DELETE FROM notification_sms WHERE id = :id").param("id", id).update();
  }

  private static String context(UUID id) {
    return "notification_sms.sealed/" + id;
  }

  /** What is sealed. */
  record Sealed(String number, String text) {}

  record Row(byte[] sealed, OffsetDateTime createdAt, OffsetDateTime sendUntil) {

    Waiting opened(UUID id, MasterKey masterKey, JsonMapper json) {
      var opened = json.readValue(masterKey.open(sealed, context(id)), Sealed.class);
      return new Waiting(
          new SmsGateway.Message(id, opened.number(), opened.text()),
          createdAt.toInstant(),
          sendUntil.toInstant());
    }
  }
}
