package ch.meinkonto.sso;

import ch.meinkonto.platform.Ids;
import ch.meinkonto.platform.OutgoingHttp;
import ch.meinkonto.platform.PortalSettings;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Signs and sends what tells an application that a session ended (Back-Channel Logout 1.0 §2.4).
 */
@Component
class LogoutTokens {

  private static final Logger LOG = LoggerFactory.getLogger(LogoutTokens.class);
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LIFE = Duration.ofMinutes(2);

  private final JdbcClient jdbc;
  private final OpenIdKeys keys;
  private final String issuer;
  private final Clock clock;
  private final HttpClient http =
      OutgoingHttp.client(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();

  LogoutTokens(JdbcClient jdbc, OpenIdKeys keys, PortalSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.issuer = settings.baseUrl().toString();
    this.clock = clock;
  }

  private record Notice(
      String client, String subject, String sid, String address, OffsetDateTime endsAt) {}

  /**
   * Tells it, unless it waited too long.
   *
   * @return when to try again, twice as long after the beginning as now; empty when it is done
   */
  Optional<Instant> send(UUID id) {
    var notice = find(id).orElse(null);
    if (notice == null || heard(notice)) {
      jdbc.sql("DELETE FROM sso_logout WHERE id = :id").param("id", id).update();
      return Optional.empty();
    }
    var now = clock.instant();
    var waited = Duration.between(notice.endsAt().toInstant().minus(LogoutNotices.LIFE), now);
    var pause = waited.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : waited;
    LOG.warn(
        "The application {} does not hear that a session ended; tried again in {} s",
        notice.client(),
        pause.toSeconds());
    return Optional.of(now.plus(pause));
  }

  int eraseOld() {
    return jdbc.sql("DELETE FROM sso_logout WHERE ends_at < :now")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private Optional<Notice> find(UUID id) {
    return jdbc.sql(
            """
            SELECT client, subject, sid, address, ends_at FROM sso_logout
            WHERE id = :id AND ends_at > :now
            """)
        .param("id", id)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Notice.class)
        .optional();
  }

  private boolean heard(Notice notice) {
    var request =
        HttpRequest.newBuilder(URI.create(notice.address()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + sign(notice)))
            .build();
    try {
      var status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      // 400: it has no such session, or will never understand; once more would not help
      return status / 100 == 2 || status == 400;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String sign(Notice notice) {
    var now = clock.instant();
    var key = keys.current();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(notice.client())
            .jwtID(Ids.next().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .claim(LogoutClaim.SID.claim(), notice.sid())
            .claim(LogoutClaim.EVENTS.claim(), Map.of(EVENT, Map.of()));
    if (!notice.subject().isEmpty()) {
      claims.subject(notice.subject());
    }
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("logout+jwt"))
                .keyID(key.getKeyID())
                .build(),
            claims.build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
