package ch.meinkonto.connector.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Json;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A small system of cases with an HTTP API. Things that are put have the name that they are given;
 * what is posted gets a number, the same one for the same {@code Idempotency-Key}.
 */
final class CaseSystem implements AutoCloseable {

  /** What it does with the next calls that change something. */
  enum Mood {
    WELL,
    /** Closes the line. */
    AWAY,
    /** Stores, and closes the line. */
    MUTE
  }

  /** Something that it keeps: a case, an answer, or an attachment. */
  @SuppressWarnings("ArrayRecordComponent") // looked at, never compared
  record Thing(String number, String path, Headers headers, byte[] body) {
    String text() {
      return new String(body, UTF_8);
    }
  }

  record Reply(int status, String body) {}

  final List<Thing> things = new ArrayList<>();
  final List<String> calls = new ArrayList<>();
  final List<Map<String, Object>> events = new ArrayList<>();
  final Map<String, byte[]> documents = new HashMap<>();
  final List<String> confirmed = new ArrayList<>();
  final List<String> complaints = new ArrayList<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Mood mood = Mood.WELL;

  /** The mood of the call with this number only, counted over those that change something. */
  private volatile Map<Integer, Mood> moods = Map.of();

  /** What it answers instead, if anything. */
  volatile Function<HttpExchange, @Nullable Reply> instead = _ -> null;

  private int changes;

  CaseSystem() throws IOException {
    this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  CaseSystem(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String address() {
    return "http://localhost:" + port() + "/api";
  }

  void mood(Mood other) {
    mood = other;
  }

  synchronized void moods(Map<Integer, Mood> others) {
    moods = others;
    changes = 0;
  }

  /** How many calls changed something since the moods were set. */
  synchronized int changes() {
    return changes;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Reply reply = reply(exchange, body);
      if (reply != null) {
        byte[] bytes = reply.body.getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  /** Null closes the line without an answer. */
  private synchronized @Nullable Reply reply(HttpExchange exchange, byte[] body)
      throws IOException {
    URI uri = exchange.getRequestURI();
    String path = uri.getPath().replaceFirst("^/api", "");
    calls.add(exchange.getRequestMethod() + " " + uri.getRawPath().replaceFirst("^/api", ""));
    Reply other = instead.apply(exchange);
    if (other != null) {
      return other;
    }
    boolean changes = !exchange.getRequestMethod().equals("GET");
    Mood now = changes ? moods.getOrDefault(this.changes++, mood) : mood;
    if (now == Mood.AWAY) {
      return null;
    }
    Reply reply = changes ? change(exchange, path, body) : read(exchange, uri, path);
    return changes && now == Mood.MUTE ? null : reply;
  }

  private Reply change(HttpExchange exchange, String path, byte[] body) {
    if (path.endsWith("/gehoert")) {
      confirmed.add(path.split("/")[2]);
      return new Reply(204, "");
    }
    if (path.endsWith("/fehler")) {
      complaints.add(new String(body, UTF_8));
      return new Reply(204, "");
    }
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    boolean put = exchange.getRequestMethod().equals("PUT");
    Thing known =
        things.stream()
            .filter(one ->
                put
                    ? one.path.equals(path)
                    : key != null && key.equals(one.headers.getFirst("Idempotency-Key")))
            .findFirst()
            .orElse(null);
    if (known == null) {
      known = new Thing("F-" + (things.size() + 1), path, exchange.getRequestHeaders(), body);
      things.add(known);
    }
    exchange.getResponseHeaders().set("Location", "/api/faelle/" + known.number);
    return new Reply(201, "{\"fall\":{\"nummer\":\"" + known.number + "\"}}");
  }

  private @Nullable Reply read(HttpExchange exchange, URI uri, String path) throws IOException {
    if (path.startsWith("/ereignisse")) {
      int from = Integer.parseInt(String.valueOf(uri.getQuery()).replaceFirst("nach=", ""));
      int to = Math.min(events.size(), from + 2);
      return new Reply(
          200, Json.write(Map.of("liste", events.subList(Math.min(from, to), to), "weiter", to)));
    }
    if (path.startsWith("/dokumente/")) {
      byte[] content = documents.get(path.substring("/dokumente/".length()));
      if (content == null) {
        return new Reply(404, "");
      }
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
      return null;
    }
    if (path.startsWith("/suche")) { // by what stands in the body or the path
      String wanted = String.valueOf(uri.getQuery()).replaceFirst("nach=", "");
      return things.stream()
          .filter(one -> one.text().contains(wanted) || one.path.endsWith(wanted))
          .findFirst()
          .map(one -> new Reply(200, "[{\"nummer\":\"" + one.number + "\"}]"))
          .orElse(new Reply(200, "[]"));
    }
    return new Reply(404, "");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
