package ch.meinkonto.sso;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.login.ProvenLogin;
import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.crypto.LookupHash;
import ch.meinkonto.platform.crypto.RandomTokens;
import ch.meinkonto.platform.database.Erasure;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The sign-ins at applications: short rows, found by keyed hashes of what the application holds,
 * and erased when the session and all tokens are over.
 */
@Component
class SignIns {

  static final Duration CODE = Duration.ofMinutes(1);

  /** No session of the portal is longer; until then an application may have to hear of its end. */
  static final Duration SESSION = Duration.ofHours(12);

  private static final String COLUMNS =
      """
      SELECT id, client, account_id, sid, redirect_uri, nonce, challenge, scopes, claims, acr, amr,
        proved_at, code_until, code_used, access_until, refresh_until
      FROM sso_authorization
      """;

  private final JdbcClient jdbc;
  private final LookupHash hash;
  private final Clock clock;

  SignIns(JdbcClient jdbc, LookupHash hash, Clock clock) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.clock = clock;
  }

  /** A kind of thing that an application holds. */
  enum Held {
    CODE("code", "code_until"),
    ACCESS("access", "access_until"),
    REFRESH("refresh", "refresh_until");

    private final String column;
    private final String until;

    Held(String column, String until) {
      this.column = column;
      this.until = until;
    }
  }

  /** Begins a sign-in; returns its code. */
  String begin(AuthorizationRequest request, ProvenLogin login, Acr acr, String sid) {
    var code = RandomTokens.next();
    var now = clock.instant();
    jdbc.sql(
            """
            INSERT INTO sso_authorization (id, client, account_id, sid, redirect_uri, nonce, challenge,
              scopes, claims, acr, amr, proved_at, code, code_until, ends_at)
            VALUES (:id, :client, :account, :session, :redirectUri, :nonce, :challenge,
              :scopes, :claims, :acr, :amr, :provedAt, :code, :codeUntil, :endsAt)
            """)
        .param("id", Ids.next())
        .param("client", request.application().id())
        .param("account", login.account().value())
        .param("session", sid)
        .param("redirectUri", request.target().redirectUri())
        .param("nonce", request.nonce())
        .param("challenge", request.challenge())
        .param("scopes", String.join(" ", request.scopes()))
        .param("claims", SignIn.claims(request.claims()))
        .param("acr", acr.value())
        .param("amr", String.join(" ", login.methods()))
        .param("provedAt", utc(login.provedAt()))
        .param("code", hashed(Held.CODE, code))
        .param("codeUntil", utc(now.plus(CODE)))
        .param("endsAt", utc(now.plus(SESSION)))
        .update();
    return code;
  }

  /** The sign-in of what an application shows, unless that has expired. */
  Optional<SignIn> find(Held held, String token) {
    return jdbc.sql(COLUMNS + " WHERE %s = :hash AND %s > :now".formatted(held.column, held.until))
        .param("hash", hashed(held, token))
        .param("now", utc(clock.instant()))
        .query(SignIn.class)
        .optional();
  }

  /**
   * Exchanges the code for tokens.
   *
   * @return whether nobody else did
   */
  boolean exchange(UUID id, String access, Instant accessUntil, @Nullable Refresh refresh) {
    return jdbc.sql(
                """
                UPDATE sso_authorization SET code_used = true, access = :access, access_until = :accessUntil,
                  refresh = :refresh, refresh_until = :refreshUntil,
                  ends_at = greatest(ends_at, :refreshUntil)
                WHERE id = :id AND NOT code_used
                """)
            .param("id", id)
            .param("access", hashed(Held.ACCESS, access))
            .param("accessUntil", utc(accessUntil))
            .param(
                "refresh",
                refresh == null ? null : hashed(Held.REFRESH, refresh.token()),
                Types.BINARY)
            .param(
                "refreshUntil",
                refresh == null ? null : utc(refresh.until()),
                Types.TIMESTAMP_WITH_TIMEZONE)
            .update()
        == 1;
  }

  /** A refresh token with its end. */
  record Refresh(String token, Instant until) {}

  /** Gives a new access token; the old one is worth nothing any more. */
  void renew(UUID id, String access, Instant accessUntil) {
    jdbc.sql(
            """
            UPDATE sso_authorization SET access = :access, access_until = :until
            WHERE id = :id AND refresh IS NOT NULL
            """)
        .param("id", id)
        .param("access", hashed(Held.ACCESS, access))
        .param("until", utc(accessUntil))
        .update();
  }

  /** Takes back all that the sign-in yielded; that it was one stays known. */
  void revoke(UUID id) {
    jdbc.sql(
            """
            UPDATE sso_authorization SET code_used = true, access = NULL, access_until = NULL,
              refresh = NULL, refresh_until = NULL
            WHERE id = :id
            """)
        .param("id", id)
        .update();
  }

  /** The sign-ins of a session, one an application. */
  List<SignIn> ofSession(String sid) {
    return jdbc.sql(
            COLUMNS.replace("SELECT", "SELECT DISTINCT ON (client)")
                + " WHERE sid = :session ORDER BY client, ends_at DESC")
        .param("session", sid)
        .query(SignIn.class)
        .list();
  }

  /** The sign-ins of a person, one an application and session. */
  List<SignIn> of(AccountId account) {
    return jdbc.sql(
            COLUMNS.replace("SELECT", "SELECT DISTINCT ON (client, sid)")
                + " WHERE account_id = :account ORDER BY client, sid, ends_at DESC")
        .param("account", account.value())
        .query(SignIn.class)
        .list();
  }

  /**
   * A session has ended: its sign-ins go, but for those that may be used while the person is away.
   */
  void endSession(String sid) {
    jdbc.sql("DELETE FROM sso_authorization WHERE sid = :session AND refresh IS NULL")
        .param("session", sid)
        .update();
    jdbc.sql(
            "UPDATE sso_authorization SET access = NULL, access_until = NULL, sid = '' WHERE sid ="
                + " :session")
        .param("session", sid)
        .update();
  }

  /** Erases what somebody has at an application. */
  void erase(AccountId account, String client) {
    jdbc.sql("DELETE FROM sso_authorization WHERE account_id = :account AND client = :client")
        .param("account", account.value())
        .param("client", client)
        .update();
  }

  void erase(AccountId account) {
    jdbc.sql("DELETE FROM sso_authorization WHERE account_id = :account")
        .param("account", account.value())
        .update();
  }

  int eraseOld() {
    return Erasure.erase(jdbc, "sso_authorization", "id", "ends_at", utc(clock.instant()));
  }

  private byte[] hashed(Held held, String token) {
    return hash.of("sso-" + held.column, token);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
