package ch.meinkonto.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody's letterbox, among all that the demo shows.
 *
 * @param name what stands on it
 */
record Letterbox(URI surroundings, String name) {

  /** Takes the next letter out, whatever lies there already. */
  String codeAfter(Runnable order) throws IOException {
    var before = letters().size();
    order.run();
    Waiting.untilTrue("a letter to " + name, () -> letters().size() > before);
    return letters().get(0).path("code").asString();
  }

  private JsonNode letters() throws IOException {
    var query = URLEncoder.encode(name, StandardCharsets.UTF_8);
    try (var body = surroundings.resolve("/briefkasten/briefe?to=" + query).toURL().openStream()) {
      return JsonMapper.shared().readTree(body);
    }
  }
}
