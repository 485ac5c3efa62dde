package ch.meinkonto.unit;

import ch.meinkonto.contract.Json;
import ch.meinkonto.contract.Problem;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/** Sends one call until there is an answer worth having. */
final class Transport implements AutoCloseable {

  static final int MAX_ANSWER = 4 * 1024 * 1024;

  private final UnitSettings settings;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;

  Transport(UnitSettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(settings.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(threads)
            .build();
  }

  /** An answer below 500 and other than 429, be it good or bad; each attempt asks anew. */
  HttpResponse<String> send(Supplier<HttpRequest> call) {
    return send(call, MAX_ANSWER);
  }

  HttpResponse<String> send(Supplier<HttpRequest> call, long maxAnswer) {
    for (int failures = 1; ; failures++) {
      HttpRequest request = call.get();
      String what;
      Throwable cause = null;
      Duration wait = settings.retry().waitAfter(failures);
      try {
        HttpResponse<String> response =
            http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), maxAnswer));
        if (response.statusCode() < 500 && response.statusCode() != 429) {
          return response;
        }
        what = "status " + response.statusCode();
        wait = retryAfter(response).map(this::capped).orElse(wait);
      } catch (IOException e) {
        what = "no answer";
        cause = e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new PortalUnavailable("interrupted", e);
      }
      if (failures >= settings.retry().attempts()) {
        throw new PortalUnavailable(
            "%s %s: %s after %d attempts"
                .formatted(request.method(), request.uri().getPath(), what, failures),
            cause);
      }
      Waiting.sleep(wait);
    }
  }

  private Duration capped(Duration asked) {
    Duration longest = settings.retry().longestWait();
    return asked.compareTo(longest) > 0 ? longest : asked;
  }

  private Optional<Duration> retryAfter(HttpResponse<?> response) {
    return response.headers().firstValue("Retry-After").flatMap(this::parse);
  }

  /** Seconds or a date (RFC 9110 §10.2.3). */
  private Optional<Duration> parse(String value) {
    try {
      return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(value.strip()))));
    } catch (NumberFormatException notSeconds) {
      try {
        Instant then =
            ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        Duration wait = Duration.between(settings.clock().instant(), then);
        return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
      } catch (DateTimeParseException notADate) {
        return Optional.empty();
      }
    }
  }

  static PortalRefused refused(HttpResponse<String> response) {
    try {
      return new PortalRefused(Json.read(response.body(), Problem.class));
    } catch (JacksonException e) {
      return new PortalRefused(
          new Problem("about:blank", "no problem given", response.statusCode(), null, null));
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }
}
