package ch.meinkonto.notification;

import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.crypto.MasterKey;
import ch.meinkonto.platform.crypto.SealedColumn;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Notices that wait to be sent, sealed with the master key. */
@Component
class Outbox {

  private final JdbcClient jdbc;
  private final MasterKey masterKey;
  private final JsonMapper json;
  private final Clock clock;

  Outbox(JdbcClient jdbc, MasterKey masterKey, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.masterKey = masterKey;
    this.json = json;
    this.clock = clock;
  }

  @Bean
  static SealedColumn<UUID> sealedNotices() {
    return SealedColumn.of(
        "notices that wait", "notification_outbox", "id", UUID.class, "sealed", Outbox::context);
  }

  UUID add(Notice notice) {
    var id = Ids.next();
    jdbc.sql("INSERT INTO notification_outbox (id, sealed, created_at) VALUES (:id, :sealed, :now)")
        .param("id", id)
        .param("sealed", masterKey.seal(json.writeValueAsBytes(Sealed.of(notice)), context(id)))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  Optional<Notice> find(UUID id) {
    return jdbc.sql("SELECT sealed FROM notification_outbox WHERE id = :id")
        .param("id", id)
        .query(byte[].class)
        .optional()
        .map(sealed -> json.readValue(masterKey.open(sealed, context(id)), Sealed.class).notice());
  }

  /** Whether it has been waiting since before that moment. */
  boolean waitsSinceBefore(UUID id, Instant moment) {
    return jdbc.sql(
                "SELECT count(*) FROM notification_outbox WHERE id = :id AND created_at < :moment")
            .param("id", id)
            .param("moment", moment.atOffset(ZoneOffset.UTC))
            .query(Integer.class)
            .single()
        > 0;
  }

  void erase(UUID id) {
    jdbc.sql("DELETE FROM notification_outbox WHERE id = :id").param("id", id).update();
  }

  private static String context(UUID id) {
    return "notification_outbox.sealed/" + id;
  }

  /** A notice as it is stored: the language as a tag. */
  record Sealed(String kind, String email, String language, Map<String, String> values) {

    static Sealed of(Notice notice) {
      return new Sealed(
          notice.kind(), notice.email(), notice.locale().toLanguageTag(), notice.values());
    }

    Notice notice() {
      return new Notice(kind, email, Locale.forLanguageTag(language), values);
    }
  }
}
