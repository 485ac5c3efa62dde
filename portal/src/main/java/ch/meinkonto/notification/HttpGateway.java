package ch.meinkonto.notification;

import ch.meinkonto.platform.OutgoingHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts everything as JSON to the provider's address. What the JSON looks like is a setting, since
 * each provider has its own. Follows no redirect; keeps silent about whom it is for and what it
 * says.
 */
final class HttpGateway implements Gateway {

  private static final Logger LOG = LoggerFactory.getLogger(HttpGateway.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;

  private final Carrier carrier;
  private final GatewaySettings settings;
  private final String template;
  private final JsonMapper json;
  private final HttpClient http =
      OutgoingHttp.client(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Refuses a template that yields no JSON, so that it is found at the start.
   *
   * @param usual the template when the settings have none
   */
  HttpGateway(Carrier carrier, GatewaySettings settings, String usual, JsonMapper json) {
    this.carrier = carrier;
    this.settings = settings;
    this.template = settings.body().isBlank() ? usual : settings.body();
    this.json = json;
    try {
      json.readTree(body(_ -> "\"\n"));
    } catch (JacksonException e) {
      throw new IllegalStateException(
          carrier + "_BODY is not JSON with its {places} inside strings", e);
    }
  }

  @Override
  public Outcome send(Parcel parcel) {
    try {
      var status = http.send(request(parcel), BodyHandlers.discarding()).statusCode();
      var outcome = outcome(status);
      if (outcome != Outcome.TAKEN) {
        LOG.warn("The {} gateway answered {} to {}", carrier, status, parcel.id());
      }
      return outcome;
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("The {} gateway does not answer to {}: {}", carrier, parcel.id(), kind(e));
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

  private HttpRequest request(Parcel parcel) {
    var values = parcel.values();
    var request =
        HttpRequest.newBuilder(URI.create(settings.url()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", parcel.id().toString())
            .POST(
                BodyPublishers.ofString(
                    body(place ->
                        place.equals("id")
                            ? parcel.id().toString()
                            : values.getOrDefault(place, ""))));
    var authorization = settings.authorizationHeader();
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return request.build();
  }

  private String body(UnaryOperator<String> values) {
    return PLACE
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(escaped(values.apply(place.group(1)))));
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
