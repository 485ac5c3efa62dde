package ch.meinkonto.connector.sftp;

import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.connector.handover.WordReader;
import ch.meinkonto.unit.Outcome;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a file in {@code quittung} says; what is wrong with it is said in plain German. */
final class Acknowledgement {

  private static final Set<String> KEYS = Set.of("state", "code", "text");
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_CODE = 60;
  private static final int LONGEST_TEXT = 2000;

  private Acknowledgement() {}

  static Outcome read(byte[] content) throws Unusable {
    JsonNode json = WordReader.object(content);
    for (String key : json.propertyNames()) {
      if (!KEYS.contains(key)) {
        throw new Unusable("«%s» gibt es in einer Quittung nicht.".formatted(key));
      }
    }
    return switch (json.path("state").asString("")) {
      case "taken" -> Outcome.accepted();
      case "rejected" -> rejected(json.path("code").asString(""), json.path("text").asString(""));
      default -> throw new Unusable("«state» muss taken oder rejected sein.");
    };
  }

  private static Outcome rejected(String code, String text) throws Unusable {
    if (code.length() > LONGEST_CODE || !CODE.matcher(code).matches()) {
      throw new Unusable("«code» muss aus kleinen Buchstaben, Ziffern und Bindestrichen bestehen.");
    }
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw new Unusable("«text» fehlt oder ist länger als %d Zeichen.".formatted(LONGEST_TEXT));
    }
    return Outcome.rejected(code, text);
  }
}
