package ch.meinkonto.delivery;

import ch.meinkonto.contract.Delivery;
import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.PushDelivery;
import ch.meinkonto.contract.WebhookSignature;
import ch.meinkonto.platform.OutgoingHttp;
import ch.meinkonto.platform.crypto.SigningKeys;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Sends one delivery to a unit's own address, signed (Standard Webhooks). Follows no redirect. */
@Component
class Push {

  private final Cargo cargo;
  private final SigningKeys keys;
  private final DeliverySettings settings;
  private final Clock clock;
  private final HttpClient http;

  Push(Cargo cargo, SigningKeys keys, DeliverySettings settings, Clock clock) {
    this.cargo = cargo;
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
    this.http =
        OutgoingHttp.client(settings.pushTimeout()).version(HttpClient.Version.HTTP_1_1).build();
  }

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
    var body = body(item);
    if (body.isEmpty()) {
      return new Result.Settled();
    }
    var request =
        HttpRequest.newBuilder(target)
            .timeout(settings.pushTimeout())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body.get()));
    WebhookSignature.sign(item.id().toString(), clock.instant(), body.get(), keys.webhooks())
        .headers()
        .forEach(request::header);
    // The request's own timeout ends with the answer's head; this one covers its body as well.
    var answer = http.sendAsync(request.build(), BodyHandlers.discarding());
    try {
      return result(answer.get(settings.pushTimeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Result.Failed("no answer in time", Optional.empty());
    } catch (ExecutionException e) {
      return new Result.Failed("no connection", Optional.empty());
    }
  }

  private Optional<byte[]> body(Item item) {
    var sealed = cargo.parts(item.submission());
    return cargo
        .find(item.submission())
        .filter(_ -> !sealed.isEmpty())
        .map(consignment ->
            Json.bytes(
                new PushDelivery(
                    new Delivery(
                        item.id(),
                        null,
                        null,
                        item.attempt(),
                        consignment.envelope(),
                        consignment.parts(),
                        consignment.receipt()),
                    sealed)));
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
