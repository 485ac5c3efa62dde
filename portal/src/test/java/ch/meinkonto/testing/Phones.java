package ch.meinkonto.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** An SMS provider in the tests' process, and a look at everybody's phone. */
public class Phones {

  private static final int ACCEPTED = 202;
  private static final Pattern CODE = Pattern.compile("Code ist ([0-9]{6})\\.");
  private static final List<Message> MESSAGES = new CopyOnWriteArrayList<>();
  private static final Map<String, Queue<Integer>> ANSWERS = new ConcurrentHashMap<>();
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final JsonMapper JSON = new JsonMapper();
  private static final LocalServer SERVER = LocalServer.start("/sms", Phones::take);

  /**
   * A text message as the provider got it.
   *
   * @param key its idempotency key
   */
  public record Message(String to, String from, String text, String key, String authorization) {

    /** The code in it. */
    public String code() {
      var code = CODE.matcher(text);
      if (!code.find()) {
        throw new AssertionError("No code in the message");
      }
      return code.group(1);
    }
  }

  /** Where the portal posts its text messages. */
  public static String url() {
    return SERVER.address("/sms");
  }

  /** A Swiss mobile number that no other test has, in E.164. */
  public String newNumber() {
    return "+4179%07d".formatted(2_000_000 + NEXT.incrementAndGet());
  }

  /** What the provider answers to the next messages to this number, before it takes some. */
  public void refuse(String number, Integer... statuses) {
    ANSWERS.put(number, new ConcurrentLinkedQueue<>(List.of(statuses)));
  }

  /** All messages to this number that were taken or refused, oldest first. */
  public List<Message> messages(String number) {
    return MESSAGES.stream().filter(message -> message.to().equals(number)).toList();
  }

  /** The messages to this number, as soon as there are so many. */
  public List<Message> awaitMessages(String number, int count) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> messages(number), arrived -> arrived.size() >= count);
  }

  /** The code in the message to this number with this place in the order of arrival, from 1. */
  public String awaitCode(String number, int place) {
    return awaitMessages(number, place).get(place - 1).code();
  }

  private static void take(HttpExchange exchange) throws IOException {
    var posted = JSON.readTree(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    var message =
        new Message(
            posted.path("to").asString(),
            posted.path("from").asString(),
            posted.path("text").asString(),
            header(exchange, "Idempotency-Key"),
            header(exchange, "Authorization"));
    var status = Optional.ofNullable(ANSWERS.get(message.to())).map(Queue::poll).orElse(ACCEPTED);
    MESSAGES.add(message);
    exchange.sendResponseHeaders(status, -1);
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }
}
