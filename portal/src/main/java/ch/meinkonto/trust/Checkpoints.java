package ch.meinkonto.trust;

import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.crypto.SigningKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code trust_checkpoint}. */
@Repository
class Checkpoints {

  private final JdbcClient jdbc;
  private final SigningKeys keys;
  private final PortalSettings settings;
  private final Clock clock;

  Checkpoints(JdbcClient jdbc, SigningKeys keys, PortalSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
  }

  void sign(long size, byte[] root) {
    var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var signed = Checkpoint.sign(settings.baseUrl().toString(), size, root, at, keys.current());
    jdbc.sql(
            """
            INSERT INTO trust_checkpoint (size, root, signed_at, jws)
            VALUES (:size, :root, :at, :jws)
            """)
        .param("size", size)
        .param("root", root)
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .param("jws", signed.jws())
        .update();
  }

  Optional<Row> latest() {
    return jdbc.sql("SELECT size, root, jws FROM trust_checkpoint ORDER BY size DESC LIMIT 1")
        .query(Checkpoints::row)
        .optional();
  }

  /** Those over at least {@code size} entries, in order. */
  List<Row> from(long size, int limit) {
    return jdbc.sql(
            """
            SELECT size, root, jws FROM trust_checkpoint
            WHERE size >= :size ORDER BY size LIMIT :limit
            """)
        .param("size", size)
        .param("limit", limit)
        .query(Checkpoints::row)
        .list();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(row.getLong("size"), row.getBytes("root"), row.getString("jws"));
  }

  /** A row, not yet verified. */
  record Row(long size, byte[] root, String jws) {}
}
