package ch.meinkonto.directory;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code directory_registration}. */
@Component
class RegistrationTable {

  private static final String SELECT =
      """
      SELECT id, unit, jwks, signed_by, push, contact, state, handed_in_at, proposed_by, confirmed_by,
        confirmed_at, replaced_at FROM directory_registration\
      """;

  /** One registers after the other, so that no two can have the same key. */
  private static final long LOCK = 0x6d6b_6b65_7973_0001L;

  private final JdbcClient jdbc;

  RegistrationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** For this transaction alone; all that there ever was, the oldest first. */
  List<KeyRegistration> lockAll() {
    jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
    return all();
  }

  List<KeyRegistration> all() {
    return jdbc.sql(SELECT + " ORDER BY handed_in_at, id").query(RegistrationTable::read).list();
  }

  /** What counts, or counted until newer keys came: by the time it was confirmed. */
  List<KeyRegistration> confirmed() {
    return jdbc.sql(SELECT + " WHERE state = 'confirmed' ORDER BY confirmed_at, id")
        .query(RegistrationTable::read)
        .list();
  }

  Optional<KeyRegistration> find(UUID id) {
    return jdbc.sql(SELECT + " WHERE id = :id")
        .param("id", id)
        .query(RegistrationTable::read)
        .optional();
  }

  /** Changes with each change that matters to who reads {@link #confirmed}. */
  String version() {
    return jdbc.sql(
            """
            SELECT count(*) || ' ' || coalesce(max(confirmed_at), 'epoch') || ' '
              || coalesce(max(replaced_at), 'epoch')
            FROM directory_registration WHERE state = 'confirmed'\
            """)
        .query(String.class)
        .single();
  }

  void add(KeyRegistration one) {
    jdbc.sql(
            """
            INSERT INTO directory_registration
              (id, unit, jwks, signed_by, push, contact, state, handed_in_at)
            VALUES (:id, :unit, :jwks, :signedBy, :push, :contact, 'waiting', :now)\
            """)
        .param("id", one.id())
        .param("unit", one.unit().value())
        .param("jwks", one.keys().toString(true))
        .param("signedBy", one.signedBy())
        .param("push", one.push() == null ? null : one.push().toString())
        .param("contact", one.contact())
        .param("now", time(one.handedInAt()))
        .update();
  }

  void propose(UUID id, String operator) {
    jdbc.sql("UPDATE directory_registration SET proposed_by = :operator WHERE id = :id")
        .param("operator", operator)
        .param("id", id)
        .update();
  }

  /** These keys count from now on; those of the unit before them are replaced. */
  void confirm(KeyRegistration one, String by, Instant now) {
    jdbc.sql(
            """
            UPDATE directory_registration SET replaced_at = :now
            WHERE unit = :unit AND state = 'confirmed' AND replaced_at IS NULL\
            """)
        .param("unit", one.unit().value())
        .param("now", time(now))
        .update();
    jdbc.sql(
            """
            UPDATE directory_registration
            SET state = 'confirmed', confirmed_by = :by, confirmed_at = :now WHERE id = :id\
            """)
        .param("by", by)
        .param("now", time(now))
        .param("id", one.id())
        .update();
  }

  void end(UUID id, KeyRegistration.State state, String operator, Instant now) {
    jdbc.sql(
            """
            UPDATE directory_registration SET state = :state, ended_by = :operator, ended_at = :now
            WHERE id = :id\
            """)
        .param("state", state.code())
        .param("operator", operator)
        .param("now", time(now))
        .param("id", id)
        .update();
  }

  /** What nobody confirmed. */
  int forget(Instant before) {
    return jdbc.sql(
            """
            DELETE FROM directory_registration
            WHERE state IN ('waiting', 'refused') AND coalesce(ended_at, handed_in_at) < :before\
            """)
        .param("before", time(before))
        .update();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static KeyRegistration read(ResultSet row, int number) throws SQLException {
    var push = row.getString("push");
    return new KeyRegistration(
        row.getObject("id", UUID.class),
        new UnitId(row.getString("unit")),
        keys(row.getString("jwks")),
        row.getString("signed_by"),
        push == null ? null : URI.create(push),
        row.getString("contact"),
        KeyRegistration.State.of(row.getString("state")),
        row.getObject("handed_in_at", OffsetDateTime.class).toInstant(),
        row.getString("proposed_by"),
        row.getString("confirmed_by"),
        instant(row, "confirmed_at"),
        instant(row, "replaced_at"));
  }

  private static JWKSet keys(String json) {
    try {
      return JWKSet.parse(json);
    } catch (ParseException e) {
      throw new IllegalStateException("What was checked before it was stored is no key set", e);
    }
  }
}
