package ch.meinkonto.federation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.federation.Connections.Connection;
import ch.meinkonto.federation.OutsideRequest.Purpose;
import ch.meinkonto.login.Assurance;
import ch.meinkonto.platform.crypto.LookupHash;
import ch.meinkonto.platform.crypto.RandomTokens;
import ch.meinkonto.platform.crypto.Sha256;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Asks providers who somebody is: authorization code flow of OpenID Connect Core with state, nonce
 * and PKCE (RFC 9700), and believes only what answers exactly that.
 */
@Component
class OutsideRequests {

  /** So long ago somebody may have logged in there, when they log in here. */
  static final Duration LOGGED_IN = Duration.ofHours(12);

  /** By so much clocks may differ. */
  static final Duration SKEW = Duration.ofMinutes(1);

  private final Connections connections;
  private final CodeExchange exchange;
  private final LookupHash hash;
  private final Clock clock;

  OutsideRequests(Connections connections, CodeExchange exchange, LookupHash hash, Clock clock) {
    this.connections = connections;
    this.exchange = exchange;
    this.hash = hash;
    this.clock = clock;
  }

  OutsideRequest begin(Provider provider, Purpose purpose, @Nullable UUID account, String goOn) {
    return new OutsideRequest(
        provider.id(),
        purpose,
        account,
        goOn,
        RandomTokens.next(),
        RandomTokens.next(),
        RandomTokens.next(),
        clock.instant());
  }

  /** Where the browser is sent. */
  URI address(Provider provider, OutsideRequest request, Locale language) throws Unreachable {
    var connection = connections.to(provider);
    var parameters =
        UriComponentsBuilder.fromUriString(connection.authorize())
            .queryParam("response_type", "code")
            .queryParam("client_id", "{client}")
            .queryParam("redirect_uri", "{back}")
            .queryParam("scope", "openid")
            .queryParam("state", request.state())
            .queryParam("nonce", request.nonce())
            .queryParam("code_challenge", base64(Sha256.of(request.verifier().getBytes(US_ASCII))))
            .queryParam("code_challenge_method", "S256")
            .queryParam("acr_values", "{acr}")
            .queryParam("ui_locales", language.getLanguage())
            .queryParam("max_age", request.purpose().fresh() ? 0 : LOGGED_IN.toSeconds());
    if (request.purpose().fresh()) {
      parameters.queryParam("prompt", "login");
    }
    return parameters
        .encode()
        .buildAndExpand(
            Map.of(
                "client",
                provider.clientId(),
                "back",
                connection.back(),
                "acr",
                String.join(" ", provider.wished(request.purpose() == Purpose.CONFIRM))))
        .toUri();
  }

  /** What the provider says, who is asked by itself what the code stands for. */
  Answer answer(Provider provider, OutsideRequest request, Map<String, String> parameters) {
    if (!same(request.state(), parameters.getOrDefault("state", ""))) {
      return new Answer.Refused("state");
    }
    try {
      var connection = connections.to(provider);
      var issuer = parameters.getOrDefault("iss", "");
      if (connection.namesItself() || !issuer.isEmpty()) {
        if (!issuer.equals(provider.issuer().toString())) {
          return new Answer.Refused("iss");
        }
      }
      var error = parameters.getOrDefault("error", "");
      if (!error.isEmpty()) {
        return error.equals("access_denied")
            ? new Answer.Cancelled()
            : new Answer.Refused("the provider's own error");
      }
      var code = parameters.getOrDefault("code", "");
      return code.isEmpty()
          ? new Answer.Refused("no code")
          : judged(provider, request, token(connection, code, request));
    } catch (BadJwtException e) {
      return new Answer.Refused("the ID token");
    } catch (OAuth2AuthorizationException e) {
      return e.getCause() instanceof RestClientException
          ? new Answer.Silent()
          : new Answer.Refused("the token endpoint's error");
    } catch (Unreachable | JwtException e) {
      return new Answer.Silent();
    }
  }

  private Jwt token(Connection connection, String code, OutsideRequest request) {
    return connection.decoder().decode(exchange.idToken(connection, code, request.verifier()));
  }

  /** What the decoder did not look at (OpenID Connect Core, section 3.1.3.7, 11 to 13). */
  private Answer judged(Provider provider, OutsideRequest request, Jwt token) {
    if (!same(request.nonce(), String.valueOf(token.getClaimAsString("nonce")))) {
      return new Answer.Refused("nonce");
    }
    var provedAt = token.getClaimAsInstant("auth_time");
    var now = clock.instant();
    var earliest =
        request.purpose().fresh()
            ? request.begunAt().minus(SKEW)
            : now.minus(LOGGED_IN).minus(SKEW);
    if (provedAt == null || provedAt.isBefore(earliest) || provedAt.isAfter(now.plus(SKEW))) {
      return new Answer.Refused("auth_time");
    }
    var level = provider.level(token.getClaimAsString("acr"));
    var enough = request.purpose() == Purpose.CONFIRM ? Assurance.TWO_FACTORS : Assurance.LOGIN;
    if (level.filter(reached -> reached.compareTo(enough) >= 0).isEmpty()) {
      return new Answer.TooWeak();
    }
    var subject = hash.of("federation-subject", provider.issuer() + "\n" + token.getSubject());
    return new Answer.Proved(subject, level.get(), provedAt.isAfter(now) ? now : provedAt);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static boolean same(String known, String given) {
    return MessageDigest.isEqual(known.getBytes(UTF_8), given.getBytes(UTF_8));
  }
}
