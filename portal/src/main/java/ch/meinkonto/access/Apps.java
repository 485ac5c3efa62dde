package ch.meinkonto.access;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.crypto.LookupHash;
import ch.meinkonto.platform.web.CookieNames;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
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

  private static final String COOKIE = "mk-access";
  private static final int TOKEN_BYTES = 32;

  private final JdbcClient jdbc;
  private final LookupHash hash;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

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
    return token(request)
        .flatMap(token ->
            jdbc.sql(
                    """
                    SELECT phone.id, phone.account_id, phone.confirmed
                    FROM access_app JOIN access_phone AS phone ON phone.id = phone_id
                    WHERE token = :token
                    """)
                .param("token", hashed(token))
                .query((row, _) ->
                    new App(
                        row.getObject("id", UUID.class),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getBoolean("confirmed")))
                .optional());
  }

  /** From now on, this browser is the phone's app. */
  void open(UUID phone, HttpServletRequest request, HttpServletResponse response) {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    token(request).ifPresent(this::forget);
    jdbc.sql("INSERT INTO access_app (token, phone_id, created_at) VALUES (:token, :phone, :now)")
        .param("token", hashed(token))
        .param("phone", phone)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    var cookie =
        ResponseCookie.from(name(request), token)
            .path(AppPages.PATH)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .maxAge(KEPT)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  int eraseOld() {
    return jdbc.sql("DELETE FROM access_app WHERE created_at < :then")
        .param("then", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }

  private void forget(String token) {
    jdbc.sql("DELETE FROM access_app WHERE token = :token").param("token", hashed(token)).update();
  }

  private static String name(HttpServletRequest request) {
    return CookieNames.of(COOKIE, AppPages.PATH, request.isSecure());
  }

  private static Optional<String> token(HttpServletRequest request) {
    return request.getCookies() == null
        ? Optional.empty()
        : Arrays.stream(request.getCookies())
            .filter(cookie -> cookie.getName().equals(name(request)))
            .map(Cookie::getValue)
            .findFirst();
  }

  private byte[] hashed(String token) {
    return hash.of("access-app", token);
  }
}
