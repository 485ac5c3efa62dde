package ch.meinkonto.delivery;

import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Part;
import ch.meinkonto.contract.PushDelivery;
import ch.meinkonto.contract.WebhookSignature;
import ch.meinkonto.platform.OutgoingHttp;
import ch.meinkonto.platform.crypto.SigningKeys;
import ch.meinkonto.request.Consignment;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Sends one delivery to a unit's own address, signed (Standard Webhooks). Follows no redirect. */
@Component
class Push {

  /** Sealed bytes in one body; more than most requests have. */
  private static final long MOST_AT_ONCE = 8L * 1024 * 1024;

  /** Bytes a second at which a unit should be able to fetch the rest. */
  private static final long SLOWEST = 256L * 1024;

  private final Cargo cargo;
  private final Items items;
  private final LeaseTokens tokens;
  private final SigningKeys keys;
  private final DeliverySettings settings;
  private final Clock clock;
  private final HttpClient http;

  Push(
      Cargo cargo,
      Items items,
      LeaseTokens tokens,
      SigningKeys keys,
      DeliverySettings settings,
      Clock clock) {
    this.cargo = cargo;
    this.items = items;
    this.tokens = tokens;
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
    this.http =
        OutgoingHttp.client(settings.pushTimeout()).version(HttpClient.Version.HTTP_1_1).build();
  }

  /** What is sent, and how long the unit may take to answer it. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Load(byte[] body, Duration time) {}

  /** What came of a push. */
  sealed interface Result {

    /** The unit has it; whether it takes it, an event will say. */
    record Fetched() implements Result {}

    /** The unit can't open it. */
    record Unreadable() implements Result {}

    /** The unit has answered about it meanwhile: nothing was sent. */
    record Settled() implements Result {}

    /** Not now: why, and when again if the unit says so. */
    record Failed(String why, Optional<Duration> retryAfter) implements Result {}
  }

  Result send(Item item, URI target) throws InterruptedException {
    var load = load(item);
    return load.isEmpty() ? new Result.Settled() : send(item, target, load.get());
  }

  private Result send(Item item, URI target, Load load) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(target)
            .timeout(load.time())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(load.body()));
    WebhookSignature.sign(item.id().toString(), clock.instant(), load.body(), keys.webhooks())
        .headers()
        .forEach(request::header);
    // The request's own timeout ends with the answer's head; this one covers its body as well.
    var answer = http.sendAsync(request.build(), BodyHandlers.discarding());
    try {
      return result(answer.get(load.time().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Result.Failed("no answer in time", Optional.empty());
    } catch (ExecutionException e) {
      return new Result.Failed("no connection", Optional.empty());
    }
  }

  /** What does not fit into one body is fetched by the unit, as if it had leased the delivery. */
  private Optional<Load> load(Item item) {
    var sealed = cargo.parts(item.submission(), MOST_AT_ONCE);
    return cargo
        .find(item.submission())
        .filter(_ -> !sealed.isEmpty())
        .flatMap(consignment -> load(item, consignment, sealed));
  }

  private Optional<Load> load(Item item, Consignment consignment, Map<String, String> sealed) {
    var left =
        consignment.parts().stream()
            .filter(part -> !sealed.containsKey(part.name()))
            .mapToLong(Part::size)
            .sum();
    var time = settings.pushTimeout().plusSeconds(left / SLOWEST);
    var until =
        clock.instant().plus(time).plus(settings.pushTimeout()).truncatedTo(ChronoUnit.MICROS);
    if (left > 0 && !items.prolong(item, until)) {
      return Optional.empty();
    }
    var delivery =
        new Delivery(
            item.id(),
            left > 0 ? tokens.of(item) : null,
            left > 0 ? until : null,
            item.attempt(),
            consignment.envelope(),
            consignment.parts(),
            consignment.receipt());
    return Optional.of(new Load(Json.bytes(new PushDelivery(delivery, sealed)), time));
  }

  private static Result result(HttpResponse<?> answer) {
    var status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return new Result.Fetched();
    }
    return status == 422
        ? new Result.Unreadable()
        : new Result.Failed("status " + status, retryAfter(answer));
  }

  private static Optional<Duration> retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("[0-9]{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }

  @PreDestroy
  void close() {
    http.shutdownNow();
  }
}
