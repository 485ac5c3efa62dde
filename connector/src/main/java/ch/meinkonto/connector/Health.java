package ch.meinkonto.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Tells a monitor on this machine how the units are served: {@code /health} and {@code /metrics}.
 */
final class Health implements AutoCloseable {

  /** What is told of one unit. */
  record Unit(String id, String trouble, Counts counts) {}

  private record Report(String status, Map<String, String> units) {}

  private final HttpServer server;
  private final Supplier<List<Unit>> units;

  private Health(HttpServer server, Supplier<List<Unit>> units) {
    this.server = server;
    this.units = units;
  }

  /** Serves on the loopback address; port 0 takes any free one. */
  static Health serve(int port, Supplier<List<Unit>> units) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    Health health = new Health(server, units);
    server.createContext("/health", exchange -> health.answer(exchange, health::health));
    server.createContext("/metrics", exchange -> health.answer(exchange, health::metrics));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return health;
  }

  int port() {
    return server.getAddress().getPort();
  }

  private record Answer(int status, String type, String body) {}

  private void answer(HttpExchange exchange, Supplier<Answer> made) throws IOException {
    try (exchange) {
      Answer answer = made.get();
      byte[] bytes = answer.body.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type);
      exchange.sendResponseHeaders(answer.status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer health() {
    Map<String, String> states = new TreeMap<>();
    units.get().forEach(unit -> states.put(unit.id, unit.trouble.isEmpty() ? "up" : unit.trouble));
    boolean up = !states.isEmpty() && states.values().stream().allMatch("up"::equals);
    return new Answer(
        up ? 200 : 503, "application/json", Json.write(new Report(up ? "up" : "down", states)));
  }

  private Answer metrics() {
    StringBuilder text = new StringBuilder("# TYPE connector_total counter\n");
    for (Unit unit : units.get()) {
      for (Counts.Of of : Counts.Of.values()) {
        text.append(
            "connector_total{unit=\"%s\",what=\"%s\"} %d%n"
                .formatted(unit.id, of.name().toLowerCase(Locale.ROOT), unit.counts.get(of)));
      }
    }
    return new Answer(200, "text/plain; version=0.0.4", text.toString());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
