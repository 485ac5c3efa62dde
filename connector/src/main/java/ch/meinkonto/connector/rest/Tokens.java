package ch.meinkonto.connector.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.connector.handover.NotNow;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What stands in the header {@code Authorization}. */
final class Tokens {

  /** Sends a call as it is. */
  interface Exchange {
    Answer send(HttpRequest request) throws NotNow;
  }

  private record Token(String header, Instant until) {}

  private static final Duration EARLY = Duration.ofSeconds(30);

  private final Login login;
  private final Clock clock;
  private final Exchange exchange;
  private @Nullable Token token;

  Tokens(Login login, Clock clock, Exchange exchange) {
    this.login = login;
    this.clock = clock;
    this.exchange = exchange;
  }

  /** The header's value; empty when there is none. */
  synchronized Optional<String> current() throws NotNow {
    try {
      return switch (login) {
        case Login.None() -> Optional.empty();
        case Login.Bearer(var secret) -> Optional.of(bearer(secret.reveal()));
        case Login.Basic(String user, var secret) -> Optional.of(basic(user, secret.reveal()));
        case Login.ClientCredentials credentials -> Optional.of(fresh(credentials));
      };
    } catch (IOException e) {
      throw new NotNow("a secret cannot be read (%s)".formatted(e.getClass().getSimpleName()));
    }
  }

  /** Whether a new token is worth a try instead of one that was not accepted. */
  synchronized boolean areRenewed(Optional<String> refused) {
    if (!(login instanceof Login.ClientCredentials)) {
      return false;
    }
    if (token != null && refused.filter(token.header::equals).isPresent()) {
      token = null;
    }
    return true;
  }

  private String fresh(Login.ClientCredentials credentials) throws NotNow, IOException {
    Token known = token;
    if (known == null || !clock.instant().isBefore(known.until)) {
      known = fetch(credentials);
      token = known;
    }
    return known.header;
  }

  private Token fetch(Login.ClientCredentials credentials) throws NotNow, IOException {
    String form =
        "grant_type=client_credentials"
            + credentials.scope().map(scope -> "&scope=" + encoded(scope)).orElse("");
    HttpRequest request =
        HttpRequest.newBuilder(credentials.tokens())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            // RFC 6749 §2.3.1: both are encoded as in a form first.
            .header(
                "Authorization",
                basic(encoded(credentials.client()), encoded(credentials.secret().reveal())))
            .POST(HttpRequest.BodyPublishers.ofByteArray(form.getBytes(UTF_8)))
            .build();
    Answer answer = exchange.send(request);
    JsonNode json = answer.json();
    String value = json.path("access_token").asString("");
    if (!answer.isGood() || value.isBlank()) {
      throw new NotNow("the server of tokens gives none (%d)".formatted(answer.status()));
    }
    long seconds = Math.clamp(json.path("expires_in").asLong(60), 0, 86_400);
    return new Token(bearer(value), clock.instant().plusSeconds(seconds).minus(EARLY));
  }

  /** A client that complains about a header shows it. */
  private static String bearer(String token) throws NotNow {
    if (!token.matches("[\\x21-\\x7e]+")) {
      throw new NotNow("a token has characters that no header may have, or none");
    }
    return "Bearer " + token;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String basic(String user, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
  }
}
