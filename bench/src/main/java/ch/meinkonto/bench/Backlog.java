package ch.meinkonto.bench;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests that wait for a unit: copies of one that it was sent, which nobody can open. */
final class Backlog {

  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put(
        "request_envelope",
        """
        INSERT INTO request_envelope
        SELECT pg_temp.copy_id('01900002', n), pg_temp.copy_id('01900003', n),
               left(reference, 3) || n, service, schema_version, unit, NULL, NULL, assurance,
               language, received_at, 'received', state_since
        FROM (SELECT * FROM request_envelope WHERE unit = '%2$s' LIMIT 1) one,
             generate_series(1, %1$d) n
        """);
    TABLES.put(
        "request_submission",
        """
        INSERT INTO request_submission
        SELECT pg_temp.copy_id('01900002', n), pg_temp.copy_id('01900002', n), question_id,
               received_at, receipt, NULL, NULL, kind
        FROM (SELECT * FROM request_submission WHERE request_id =
                (SELECT id FROM request_envelope WHERE unit = '%2$s' ORDER BY id DESC LIMIT 1)) one,
             generate_series(1, %1$d) n
        """);
    TABLES.put(
        "request_part",
        """
        INSERT INTO request_part
        SELECT pg_temp.copy_id('01900002', n), position, name, media_type, size, tag, sealed
        FROM (SELECT * FROM request_part WHERE submission_id =
                (SELECT id FROM request_envelope WHERE unit = '%2$s' ORDER BY id DESC LIMIT 1)) one,
             generate_series(1, %1$d) n
        """);
    TABLES.put(
        "delivery_item",
        """
        INSERT INTO delivery_item (id, request_id, unit, due_at, created_at)
        SELECT pg_temp.copy_id('01900002', n), pg_temp.copy_id('01900002', n), '%2$s', now(), now()
        FROM generate_series(1, %1$d) n
        """);
  }

  private Backlog() {}

  static void fill(Surroundings around, String unit, int number) throws SQLException {
    Report.progress("%,d requests for %s, which is down".formatted(number, unit));
    try (var connection = around.connect()) {
      Population.fill(connection, TABLES, number, unit);
    }
  }
}
