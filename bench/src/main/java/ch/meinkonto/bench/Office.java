package ch.meinkonto.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.contract.RequestId;
import ch.meinkonto.unit.Outcome;
import ch.meinkonto.unit.ReceivedRequest;
import ch.meinkonto.unit.Unit;
import ch.meinkonto.unit.UnitKeys;
import ch.meinkonto.unit.UnitSettings;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A unit's own system on the contract: opens and takes what comes, and notes when. */
final class Office implements AutoCloseable {

  private static final int WORKERS = 16;

  private interface Answering {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final Map<RequestId, Long> arrivals = new ConcurrentHashMap<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final UnitKeys keys;
  private final Unit unit;

  private Office(UnitKeys keys, URI portal) {
    this.keys = keys;
    unit = Unit.connect(UnitSettings.of(portal, keys).withWorkers(WORKERS));
  }

  /** Comes for its requests itself. */
  static Office pulling(UnitKeys keys, URI portal) {
    var office = new Office(keys, portal);
    Thread.ofVirtual().start(() -> office.unit.receive(office::take));
    return office;
  }

  /** Is pushed to. */
  static Office pushed(Surroundings around, UnitKeys keys, URI portal) throws IOException {
    var office = new Office(keys, portal);
    office.serve(around, office::receive);
    return office;
  }

  /** Is pushed to, and says nothing until it is closed. */
  static Office hanging(Surroundings around, UnitKeys keys, URI portal) throws IOException {
    var office = new Office(keys, portal);
    office.serve(around, _ -> office.end.await());
    return office;
  }

  /** Is pushed to, and answers that it has a fault. */
  static Office broken(Surroundings around, UnitKeys keys, URI portal) throws IOException {
    var office = new Office(keys, portal);
    office.serve(around, exchange -> exchange.sendResponseHeaders(500, -1));
    return office;
  }

  private void serve(Surroundings around, Answering answering) throws IOException {
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            answering.to(exchange);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    Thread.ofVirtual()
        .start(() -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          server.stop(0);
        });
    Files.writeString(
        around.unitKeys().resolve(id() + ".push.json"),
        "{\"url\": \"http://localhost:%d/\"}".formatted(server.getAddress().getPort()),
        UTF_8);
    around.join(keys);
  }

  private void receive(HttpExchange exchange) throws IOException {
    var headers =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().getFirst()));
    var body = exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(unit.push().receive(headers, body, this::take).status(), -1);
  }

  private Outcome take(ReceivedRequest request) {
    arrivals.putIfAbsent(request.requestId(), System.nanoTime());
    return Outcome.accepted();
  }

  String id() {
    return keys.unitId();
  }

  /** When each request came, by {@link System#nanoTime}. */
  Map<RequestId, Long> arrivals() {
    return arrivals;
  }

  @Override
  public void close() {
    end.countDown();
    unit.close();
  }
}
