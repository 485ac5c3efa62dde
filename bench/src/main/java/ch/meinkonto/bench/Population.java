package ch.meinkonto.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills a database with accounts by copying the rows of one who is there: columns as large as real
 * ones, ids in the order of time as real ones, with every index, though made after the rows. Nobody
 * can open the copies; their ciphertext is bound to the one it was copied from.
 */
final class Population {

  /** A copied row's id: which table, and a number that grows with time. */
  private static final String COPY_ID =
      """
      CREATE FUNCTION pg_temp.copy_id(prefix text, number bigint) RETURNS uuid IMMUTABLE
      RETURN (prefix || lpad(to_hex(number), 24, '0'))::uuid
      """;

  /** All but those that other tables refer to. */
  private static final String INDEXES =
      """
      SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
             format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
                    pg_get_constraintdef(oid))
      FROM pg_constraint own
      WHERE conrelid = ?::regclass AND contype IN ('p', 'u') AND NOT EXISTS (
        SELECT 1 FROM pg_constraint other WHERE other.contype = 'f' AND other.conindid = own.conindid)
      UNION ALL
      SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
      FROM pg_index
      WHERE indrelid = ?::regclass AND indexrelid NOT IN (
        SELECT conindid FROM pg_constraint WHERE contype IN ('p', 'u'))
      """;

  private static final Map<String, String> ACCOUNTS = new LinkedHashMap<>();

  static {
    ACCOUNTS.put(
        "account",
        """
        INSERT INTO account
        SELECT pg_temp.copy_id('01900001', n), kind, data_key, sha256(n::text::bytea), name, company,
               email, phone, address, preferences, opened_at
        FROM (SELECT * FROM account LIMIT 1) one, generate_series(1, %d) n
        """);
    ACCOUNTS.put(
        "login_password",
        """
        INSERT INTO login_password
        SELECT pg_temp.copy_id('01900001', n), hash, set_at
        FROM (SELECT * FROM login_password LIMIT 1) one, generate_series(1, %d) n
        """);
    ACCOUNTS.put(
        "account_subject",
        """
        INSERT INTO account_subject
        SELECT pg_temp.copy_id('01900001', n), unit_id, left(md5(n::text), length(subject))
        FROM (SELECT * FROM account_subject LIMIT 1) one, generate_series(1, %d) n
        """);
    ACCOUNTS.put(
        "request_envelope",
        """
        INSERT INTO request_envelope
        SELECT pg_temp.copy_id('01900002', n), pg_temp.copy_id('01900003', n),
               left(reference, 3) || n, service, schema_version, unit,
               pg_temp.copy_id('01900001', n), left(md5(n::text), length(subject)), assurance,
               language, received_at, state, state_since
        FROM (SELECT * FROM request_envelope LIMIT 1) one, generate_series(1, %d) n
        """);
    ACCOUNTS.put(
        "request_submission",
        """
        INSERT INTO request_submission
        SELECT pg_temp.copy_id('01900002', n), pg_temp.copy_id('01900002', n), question_id,
               received_at, receipt, receipt, received_at
        FROM (SELECT * FROM request_submission LIMIT 1) one, generate_series(1, %d) n
        """);
    ACCOUNTS.put(
        "messages_thread",
        """
        INSERT INTO messages_thread
        SELECT pg_temp.copy_id('01900004', n), pg_temp.copy_id('01900001', n),
               pg_temp.copy_id('01900002', n), state, asks, (n %% 2)::int,
               pg_temp.copy_id('01900005', %2$d * 100000000::bigint + n), NULL, subject
        FROM (SELECT * FROM messages_thread LIMIT 1) one, generate_series(1, %1$d) n
        """);
    ACCOUNTS.put(
        "messages_letter",
        """
        INSERT INTO messages_letter
        SELECT pg_temp.copy_id('01900005', k * 100000000::bigint + n),
               pg_temp.copy_id('01900004', n), kind, written_at,
               sha256((k || ' ' || n)::bytea), NULL, body
        FROM (SELECT * FROM messages_letter LIMIT 1) one,
             generate_series(1, %2$d) k, generate_series(1, %1$d) n
        """);
    ACCOUNTS.put(
        "trust_entry",
        """
        INSERT INTO trust_entry
        SELECT pg_temp.copy_id('01900006', n), pg_temp.copy_id('01900001', (n - 1) / 3 + 1),
               occurred_at, 1000000000 + n, sha256(n::text::bytea), sealed, NULL
        FROM (SELECT * FROM trust_entry WHERE account_id IS NOT NULL LIMIT 1) one,
             generate_series(1, %d * 3) n
        """);
  }

  private static final Map<String, String> SESSIONS = new LinkedHashMap<>();

  static {
    SESSIONS.put(
        "spring_session",
        """
        INSERT INTO spring_session
        SELECT pg_temp.copy_id('01900007', n), gen_random_uuid(), creation_time, last_access_time,
               max_inactive_interval, expiry_time, pg_temp.copy_id('01900001', n)::text
        FROM (SELECT * FROM spring_session WHERE principal_name IS NOT NULL LIMIT 1) one,
             generate_series(1, %d) n
        """);
    SESSIONS.put(
        "spring_session_attributes",
        """
        INSERT INTO spring_session_attributes
        SELECT pg_temp.copy_id('01900007', n), attribute_name, attribute_bytes
        FROM spring_session_attributes, generate_series(1, %1$d) n
        WHERE session_primary_id =
              (SELECT session_primary_id FROM spring_session_attributes LIMIT 1)
        """);
  }

  private Population() {}

  /**
   * Copies so many accounts, each with a password, a subject, a request that its unit took, a
   * thread of so many messages and three entries of the trust log.
   */
  static void accounts(Connection connection, int number, int letters) throws SQLException {
    fill(connection, ACCOUNTS, number, letters);
  }

  /** Copies so many accounts with what a login looks at or adds to. */
  static void people(Connection connection, int number) throws SQLException {
    var tables = new LinkedHashMap<>(ACCOUNTS);
    tables
        .keySet()
        .retainAll(List.of("account", "login_password", "account_subject", "trust_entry"));
    fill(connection, tables, number);
  }

  /** Copies the session of somebody who is logged in. */
  static void sessions(Connection connection, int number) throws SQLException {
    fill(connection, SESSIONS, number);
  }

  /** The copies refer to each other by how they are made, so nothing is checked row by row. */
  static void fill(Connection connection, Map<String, String> tables, Object... values)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.execute("SET synchronous_commit = off");
      statement.execute("SET maintenance_work_mem = '256MB'");
      statement.execute("DROP FUNCTION IF EXISTS pg_temp.copy_id");
      statement.execute(COPY_ID);
      for (var table : tables.entrySet()) {
        var begin = System.nanoTime();
        var indexes = Indexes.drop(connection, table.getKey());
        var rows = statement.executeLargeUpdate(table.getValue().formatted(values));
        indexes.make(connection);
        Report.progress(
            "%,d rows in %s, %.0f s"
                .formatted(rows, table.getKey(), (System.nanoTime() - begin) / 1e9));
      }
      for (var table : tables.keySet()) {
        statement.execute("VACUUM ANALYZE " + table);
      }
      statement.execute("CHECKPOINT");
    }
  }

  /** What must be there again once a table is full: made then, it takes a fraction of the time. */
  private record Indexes(List<String> commands) {

    static Indexes drop(Connection connection, String table) throws SQLException {
      var commands = new ArrayList<String>();
      try (var statement = connection.prepareStatement(INDEXES)) {
        statement.setString(1, table);
        statement.setString(2, table);
        try (var rows = statement.executeQuery();
            var dropping = connection.createStatement()) {
          while (rows.next()) {
            dropping.execute(rows.getString(1));
            commands.add(rows.getString(2));
          }
        }
      }
      return new Indexes(commands);
    }

    void make(Connection connection) throws SQLException {
      try (var statement = connection.createStatement()) {
        for (var command : commands) {
          statement.execute(command);
        }
      }
    }
  }
}
