package ch.meinkonto.connector.rest;

import ch.meinkonto.connector.ChannelRefused;
import ch.meinkonto.connector.handover.Http;
import ch.meinkonto.connector.handover.NotNow;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Calls the API: whole answers within a time and a size, redirects not followed. */
final class Client implements AutoCloseable {

  static final int LARGEST = 4 * 1024 * 1024;
  private static final Set<Integer> BUSY = Set.of(408, 425, 429);

  private final Api api;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;
  private final Tokens tokens;

  Client(Api api, Clock clock) throws ChannelRefused {
    this.api = api;
    this.clock = clock;
    this.http = Http.client(api.address(), api.tls(), api.timeout(), threads);
    this.tokens = new Tokens(api.login(), clock, this::exchange);
  }

  String address() {
    return api.address();
  }

  /** What the API answers, as far as it is about this call. */
  Answer send(HttpRequest.Builder call) throws NotNow {
    return send(call, LARGEST);
  }

  Answer send(HttpRequest.Builder call, int largest) throws NotNow {
    Optional<String> token = tokens.current();
    token.ifPresent(value -> call.setHeader("Authorization", value));
    HttpRequest request = call.build();
    Answer answer = exchange(request, largest);
    if (answer.status() == 401 && tokens.areRenewed(token)) {
      tokens.current().ifPresent(value -> call.setHeader("Authorization", value));
      answer = exchange(call.build(), largest);
    }
    return checked(request, answer);
  }

  private Answer checked(HttpRequest request, Answer answer) throws NotNow {
    String what = "%s answers %d".formatted(where(request.uri()), answer.status());
    int status = answer.status();
    if (status == 401 || status == 403) {
      throw new NotNow(what + ": it does not know the connector");
    }
    if (status >= 500 || BUSY.contains(status)) {
      throw RetryAfter.in(answer, clock, what);
    }
    if (status / 100 == 3) {
      throw new NotNow(what + ", a redirect, and is not followed");
    }
    return answer;
  }

  private Answer exchange(HttpRequest request) throws NotNow {
    return exchange(request, LARGEST);
  }

  private Answer exchange(HttpRequest request, int largest) throws NotNow {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), largest));
    try {
      HttpResponse<byte[]> whole = answer.get(api.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(whole.statusCode(), whole.headers(), whole.body());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new NotNow(where(request.uri()) + " gives no answer in time");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NotNow("interrupted");
    } catch (ExecutionException e) {
      throw new NotNow(where(request.uri()) + " " + reason(e.getCause()));
    }
  }

  /** Without the path: ids and what stands in questions are nobody's business. */
  private static String where(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private static String reason(@Nullable Throwable failure) {
    return switch (failure) {
      case HttpTimeoutException _ -> "gives no answer in time";
      case SSLException _ -> "cannot be trusted: its certificate, or ours there, is not accepted";
      case java.net.ConnectException _ -> "cannot be reached";
      case IOException _ -> "breaks off, or answers more than is read";
      case null, default -> "cannot be called";
    };
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }
}
