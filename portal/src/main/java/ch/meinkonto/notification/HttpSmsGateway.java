package ch.meinkonto.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts each message as JSON to the provider's address. What the JSON looks like is a setting,
 * since each provider has its own. Follows no redirect; keeps silent about numbers and texts.
 */
final class HttpSmsGateway implements SmsGateway {

  private static final Logger LOG = LoggerFactory.getLogger(HttpSmsGateway.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern PLACE = Pattern.compile("\\{(id|to|digits|from|text)}");
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;

  private final SmsSettings settings;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Refuses a template that yields no JSON, so that it is found at the start. */
  HttpSmsGateway(SmsSettings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
    try {
      json.readTree(body(new Message(new UUID(0, 0), "+41790000000", "\"\n")));
    } catch (JacksonException e) {
      throw new IllegalStateException("SMS_BODY is not JSON with {to} and {text} in strings", e);
    }
  }

  @Override
  public Outcome send(Message message) {
    try {
      var status = http.send(request(message), BodyHandlers.discarding()).statusCode();
      var outcome = outcome(status);
      if (outcome != Outcome.TAKEN) {
        LOG.warn("The SMS gateway answered {} to the message {}", status, message.id());
      }
      return outcome;
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("The SMS gateway does not answer to the message {}: {}", message.id(), kind(e));
      return Outcome.LATER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.LATER;
    }
  }

  private static Outcome outcome(int status) {
    if (status / 100 == 2) {
      return Outcome.TAKEN;
    }
    var wrong = status / 100 == 4 && status != REQUEST_TIMEOUT && status != TOO_MANY_REQUESTS;
    return wrong ? Outcome.REFUSED : Outcome.LATER;
  }

  private HttpRequest request(Message message) {
    var request =
        HttpRequest.newBuilder(URI.create(settings.url()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", message.id().toString())
            .POST(BodyPublishers.ofString(body(message)));
    var authorization = settings.authorizationHeader();
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return request.build();
  }

  private String body(Message message) {
    var values =
        Map.of(
            "id", message.id().toString(),
            "to", message.number(),
            "digits", message.number().substring(1),
            "from", settings.from(),
            "text", message.text());
    return PLACE
        .matcher(settings.body())
        .replaceAll(
            place -> Matcher.quoteReplacement(escaped(values.getOrDefault(place.group(1), ""))));
  }

  /** As it stands inside a JSON string. */
  private String escaped(String value) {
    var quoted = json.writeValueAsString(value);
    return quoted.substring(1, quoted.length() - 1);
  }

  /** An exception's message may name what was sent. */
  private static String kind(Exception e) {
    return e.getClass().getSimpleName();
  }
}
