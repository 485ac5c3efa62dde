package ch.meinkonto.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody's phone, among all that the demo shows.
 *
 * @param number in E.164
 */
record Phone(URI surroundings, String number) {

  /**
   * The last line of a code's message binds it to the portal's host (origin-bound one-time codes).
   */
  private static final Pattern BOUND = Pattern.compile("\n@localhost #(\\d{6})$");

  /** A Swiss phone with a number that nobody else has. */
  static Phone of(URI surroundings) {
    var digits = ThreadLocalRandom.current().nextInt(10_000_000);
    return new Phone(surroundings, "+4178%07d".formatted(digits));
  }

  /** As its owner types it. */
  String typed() {
    return number.replaceFirst("\\+41(..)(...)(..)(..)", "0$1 $2 $3 $4");
  }

  int received() throws IOException {
    return messages().size();
  }

  /** The code in the newest message, once there are so many. */
  String code(int count) {
    Waiting.untilTrue("an SMS to " + number, () -> received() >= count);
    return Waiting.until(
        "a code for " + number,
        () ->
            messages()
                .valueStream()
                .map(message -> BOUND.matcher(message.path("text").asString()))
                .filter(java.util.regex.Matcher::find)
                .map(code -> code.group(1))
                .findFirst());
  }

  private JsonNode messages() throws IOException {
    var query = URLEncoder.encode(number, StandardCharsets.UTF_8);
    try (var body = surroundings.resolve("/telefon/sms?to=" + query).toURL().openStream()) {
      return JsonMapper.shared().readTree(body);
    }
  }
}
