package ch.meinkonto.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's mailbox. */
record Mailbox(URI surroundings) {

  private static final Pattern CODE = Pattern.compile("\\b(\\d{3})[ \\u2009\\u00a0]?(\\d{3})\\b");

  private static final Pattern LONG_CODE = Pattern.compile("\\b(\\d{4})(\\d{4})\\b");

  /** The newest mail to this address, waited for. */
  JsonNode newest(String address) {
    return Waiting.until("a mail to " + address, () -> mails(address).valueStream().findFirst());
  }

  /** The code in the newest mail that has one. */
  String code(String address) {
    return code(address, CODE, 1);
  }

  /** One of eight digits, with which one gets at an account, once so many of them came. */
  String longCode(String address, int count) {
    return code(address, LONG_CODE, count);
  }

  private String code(String address, Pattern pattern, int count) {
    return Waiting.until(
        "a code for " + address,
        () ->
            mails(address)
                .valueStream()
                .map(mail -> pattern.matcher(mail.path("text").asString()))
                .filter(java.util.regex.Matcher::find)
                .map(code -> code.group(1) + code.group(2))
                .toList()
                .reversed()
                .stream()
                .skip(count - 1L)
                .reduce((_, newest) -> newest));
  }

  private JsonNode mails(String address) throws IOException {
    var query = URLEncoder.encode(address, StandardCharsets.UTF_8);
    try (var body = surroundings.resolve("/mails?to=" + query).toURL().openStream()) {
      return JsonMapper.shared().readTree(body);
    }
  }
}
