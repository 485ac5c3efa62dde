package ch.meinkonto.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fills a database with what logins leave behind, some of it over: sessions in the order of no
 * index, sign-ins at applications, limits, and the devices that people log in with.
 */
final class Visits {

  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  // %1$d accounts, %2$d sessions and as many sign-ins, %3$d percent of them over
  static {
    TABLES.put(
        "login_passkey",
        """
        INSERT INTO login_passkey
        SELECT pg_temp.copy_id('01900009', n), pg_temp.copy_id('01900001', n),
               sha256(('passkey' || n)::bytea), credential, sign_count, name, created_at, last_used_at
        FROM (SELECT * FROM login_passkey LIMIT 1) one, generate_series(1, %1$d) n
        """);
    TABLES.put(
        "access_phone",
        """
        INSERT INTO access_phone
        SELECT pg_temp.copy_id('0190000a', n), pg_temp.copy_id('01900001', n),
               sha256(('phone' || n)::bytea), credential, sign_count, name, confirmed, created_at,
               last_used_at
        FROM (SELECT * FROM access_phone LIMIT 1) one, generate_series(1, %1$d) n
        """);
    TABLES.put(
        "spring_session",
        """
        INSERT INTO spring_session
        SELECT md5('session' || n)::uuid::text,
               left(translate(encode(sha256(n::text::bytea), 'base64'), '+/', '-_'), 36),
               ends - 40000000, ends - 1800000, max_inactive_interval, ends,
               pg_temp.copy_id('01900001', n %% %1$d + 1)::text
        FROM (SELECT * FROM spring_session WHERE principal_name IS NOT NULL LIMIT 1) one,
             generate_series(1, %2$d) n,
             LATERAL (SELECT (extract(epoch FROM now()) * 1000)::bigint
                      + CASE WHEN n %% 100 < %3$d THEN -1000 * (n %% 300 + 1)
                        ELSE 3600000 + n %% 36000000 END) AS time (ends)
        """);
    TABLES.put(
        "spring_session_attributes",
        """
        INSERT INTO spring_session_attributes
        SELECT md5('session' || n)::uuid::text, attribute_name, attribute_bytes
        FROM generate_series(1, %2$d) n,
             (SELECT * FROM spring_session_attributes WHERE session_primary_id = (
                SELECT primary_id FROM spring_session JOIN spring_session_attributes
                  ON session_primary_id = primary_id
                WHERE principal_name IS NOT NULL LIMIT 1)) one
        """);
    TABLES.put(
        "sso_authorization",
        """
        INSERT INTO sso_authorization
        SELECT pg_temp.copy_id('01900008', n), client, pg_temp.copy_id('01900001', n %% %1$d + 1),
               left(encode(sha256(n::text::bytea), 'base64'), length(sid)), redirect_uri,
               left(encode(sha256(('nonce' || n)::bytea), 'base64'), length(nonce)),
               left(encode(sha256(('proof' || n)::bytea), 'base64'), length(challenge)), scopes,
               claims, acr, amr, proved_at, sha256(('code' || n)::bytea), code_until, true,
               sha256(('access' || n)::bytea), access_until,
               CASE WHEN n %% 3 = 0 THEN sha256(('refresh' || n)::bytea) END,
               CASE WHEN n %% 3 = 0 THEN ends END, ends
        FROM (SELECT * FROM sso_authorization LIMIT 1) one, generate_series(1, %2$d) n,
             LATERAL (SELECT now() + CASE WHEN n %% 100 < %3$d THEN -1 * (n %% 600 + 1)
                      ELSE 3600 + n %% 36000 END * interval '1 second') AS time (ends)
        """);
    TABLES.put(
        "platform_rate_limit",
        """
        INSERT INTO platform_rate_limit
        SELECT 'login-account:' || md5('limit' || n),
               (extract(epoch FROM now()) * 1000)::bigint
               + CASE WHEN n %% 100 < %3$d THEN -1000 * (n %% 300 + 1) ELSE 86400000 END
        FROM generate_series(1, %1$d) n
        """);
  }

  private Visits() {}

  /**
   * Copies.
   *
   * @param sessions how many, and how many sign-ins at applications besides
   * @param over how many of a hundred sessions, sign-ins and limits are to be erased
   */
  static void fill(Connection connection, int accounts, int sessions, int over)
      throws SQLException {
    Population.fill(connection, TABLES, accounts, sessions, over);
  }
}
