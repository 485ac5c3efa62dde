package ch.meinkonto.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.testing.LocalServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/**
 * A payment provider in the tests’ own process: the part of Datatrans’ API that the portal uses.
 */
final class ProviderOfTests implements AutoCloseable {

  static final String SIGN_KEY = "00112233445566778899aabbccddeeff";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What may go wrong. */
  enum Mood {
    WELL,
    SILENT,
    FORGETFUL
  }

  /** Something that somebody is to pay. */
  static final class Transaction {
    final String id;
    final String refno;
    final long amount;
    String status = "initialized";
    final List<Long> credits = new ArrayList<>();

    /** How much the city has of it. */
    long kept() {
      return status.equals("settled") ? amount - credited() : 0;
    }

    long credited() {
      return credits.stream().mapToLong(Long::longValue).sum();
    }

    Transaction(String id, String refno, long amount) {
      this.id = id;
      this.refno = refno;
      this.amount = amount;
    }
  }

  private final Map<String, Transaction> transactions = new ConcurrentHashMap<>();
  private final AtomicLong next = new AtomicLong(240_000_000_000_000_000L);
  private final LocalServer server = LocalServer.start("/v1/transactions", this::answer);
  private volatile Mood mood = Mood.WELL;

  String address() {
    return server.address("");
  }

  void mood(Mood now) {
    mood = now;
  }

  /** All of a reference of ours, in the order in which they were begun. */
  List<Transaction> of(List<String> references) {
    return transactions.values().stream()
        .filter(one -> references.contains(one.refno))
        .sorted((a, b) -> a.id.compareTo(b.id))
        .toList();
  }

  /** Somebody at the provider’s page. */
  synchronized void somebody(Transaction transaction, String chooses) {
    if (transaction.status.equals("initialized")) {
      transaction.status = chooses;
    }
  }

  /** What the provider says of it, as it says it. */
  synchronized byte[] said(Transaction transaction) {
    return JSON.writeValueAsBytes(described(transaction));
  }

  private static Map<String, Object> described(Transaction transaction) {
    var money = Map.of("amount", transaction.amount);
    var detail = new LinkedHashMap<String, Object>();
    if (List.of("authorized", "settled").contains(transaction.status)) {
      detail.put("authorize", money);
    }
    if (transaction.status.equals("settled")) {
      detail.put("settle", money);
    }
    var history = new ArrayList<Map<String, Object>>();
    for (var credit : transaction.credits) {
      history.add(Map.of("action", "credit", "amount", credit, "success", true));
    }
    return Map.of(
        "transactionId",
        transaction.id,
        "refno",
        transaction.refno,
        "currency",
        "CHF",
        "status",
        transaction.status,
        "paymentMethod",
        "TWI",
        "detail",
        detail,
        "history",
        history);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    if (mood == Mood.SILENT) {
      exchange.sendResponseHeaders(503, -1);
      return;
    }
    var path = exchange.getRequestURI().getPath().split("/");
    var answer = answer(exchange.getRequestMethod(), path, body);
    if (mood == Mood.FORGETFUL && exchange.getRequestMethod().equals("POST")) {
      exchange.sendResponseHeaders(500, -1);
    } else if (answer == null) {
      exchange.sendResponseHeaders(400, -1);
    } else {
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private synchronized byte @org.jspecify.annotations.Nullable [] answer(
      String method, String[] path, byte[] body) {
    if (path.length == 3) {
      var init = JSON.readTree(body);
      var id = Long.toString(next.incrementAndGet());
      transactions.put(
          id, new Transaction(id, init.path("refno").asString(), init.path("amount").asLong()));
      return ("{\"transactionId\":\"" + id + "\"}").getBytes(UTF_8);
    }
    var transaction = Objects.requireNonNull(transactions.get(path[3]));
    if (method.equals("GET")) {
      return JSON.writeValueAsBytes(described(transaction));
    }
    return switch (path[4]) {
      case "settle" -> moved(transaction, "authorized", "settled");
      case "cancel" -> moved(transaction, "authorized", "canceled");
      default -> credited(transaction, JSON.readTree(body).path("amount").asLong());
    };
  }

  private static byte @org.jspecify.annotations.Nullable [] moved(
      Transaction transaction, String from, String to) {
    if (!transaction.status.equals(from)) {
      return null;
    }
    transaction.status = to;
    return new byte[0];
  }

  private static byte @org.jspecify.annotations.Nullable [] credited(
      Transaction transaction, long amount) {
    if (transaction.kept() < amount) {
      return null;
    }
    transaction.credits.add(amount);
    return new byte[0];
  }

  @Override
  public void close() {
    server.close();
  }
}
