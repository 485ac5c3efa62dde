package ch.meinkonto.access;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.TokenCookie;
import ch.meinkonto.platform.crypto.LookupHash;
import ch.meinkonto.platform.crypto.RandomTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The app as it was opened on a phone, known by a cookie; an installed app and the phone's browser
 * each have their own. It shows what is asked. To approve it, the phone's key has to sign.
 */
@Component
class Apps {

  /** As long as browsers keep a cookie. */
  static final Duration KEPT = Duration.ofDays(400);

  private static final TokenCookie COOKIE = new TokenCookie("mk-access", AppPages.PATH, KEPT);

  private final JdbcClient jdbc;
  private final LookupHash hash;
  private final Clock clock;

  Apps(JdbcClient jdbc, LookupHash hash, Clock clock) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.clock = clock;
  }

  /**
   * An app on a phone.
   *
   * @param confirmed whether the phone was confirmed at the computer
   */
  record App(UUID phone, AccountId account, boolean confirmed) {}

  /** The app that sends this; empty when it is not, or no longer, connected. */
  Optional<App> of(HttpServletRequest request) {
    return jdbc.sql(
            """
            SELECT phone.id, phone.account_id, phone.confirmed
            FROM access_app JOIN access_phone AS phone ON phone.id = phone_id
            WHERE token = :token
            """)
        .param("token", hashed(COOKIE.read(request)))
        .query((row, _) ->
            new App(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getBoolean("confirmed")))
        .optional();
  }

  /** From now on, this browser is the phone's app. */
  void open(UUID phone, HttpServletRequest request, HttpServletResponse response) {
    var token = RandomTokens.next();
    forget(COOKIE.read(request));
    jdbc.sql("INSERT INTO access_app (token, phone_id, created_at) VALUES (:token, :phone, :now)")
        .param("token", hashed(token))
        .param("phone", phone)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    COOKIE.write(request, response, token);
  }

  int eraseOld() {
    return jdbc.sql("DELETE FROM access_app WHERE created_at < :then")
        .param("then", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }

  private void forget(String token) {
    jdbc.sql("DELETE FROM access_app WHERE token = :token").param("token", hashed(token)).update();
  }

  private byte[] hashed(String token) {
    return hash.of("access-app", token);
  }
}
