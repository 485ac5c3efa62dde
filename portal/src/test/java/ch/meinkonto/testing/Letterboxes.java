package ch.meinkonto.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/** Whoever prints and posts letters, in the tests' process, and a look into all letterboxes. */
public class Letterboxes {

  private static final int ACCEPTED = 202;
  private static final Pattern CODE = Pattern.compile("(?m)^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$");
  private static final List<Letter> LETTERS = new CopyOnWriteArrayList<>();
  private static final JsonMapper JSON = new JsonMapper();
  private static final LocalServer SERVER = LocalServer.start("/letters", Letterboxes::take);

  /** A letter as the provider got it. */
  @SuppressWarnings("ArrayRecordComponent") // looked at, never compared
  public record Letter(
      String name, String street, String postcode, String town, String text, byte[] pdf) {

    /** The code in it. */
    public String code() {
      var code = CODE.matcher(text);
      if (!code.find()) {
        throw new AssertionError("No code in the letter");
      }
      return code.group();
    }
  }

  /** Where the portal posts its letters. */
  public static String url() {
    return SERVER.address("/letters");
  }

  /** All letters to this name, oldest first. */
  public List<Letter> letters(String name) {
    return LETTERS.stream().filter(letter -> letter.name().equals(name)).toList();
  }

  /** The newest letter to this name, as soon as there are so many. */
  public Letter await(String name, int count) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> letters(name), arrived -> arrived.size() >= count)
        .getLast();
  }

  private static void take(HttpExchange exchange) throws IOException {
    var posted = JSON.readTree(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    var to = posted.path("to");
    LETTERS.add(
        new Letter(
            to.path("name").asString(),
            to.path("street").asString(),
            to.path("postcode").asString(),
            to.path("town").asString(),
            posted.path("text").asString(),
            Base64.getDecoder().decode(posted.path("pdf").asString())));
    exchange.sendResponseHeaders(ACCEPTED, -1);
  }
}
