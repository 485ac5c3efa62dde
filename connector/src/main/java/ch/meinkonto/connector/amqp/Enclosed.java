package ch.meinkonto.connector.amqp;

import ch.meinkonto.connector.handover.Enclosures;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.connector.handover.Word;
import ch.meinkonto.contract.Document;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Finds documents in the message that speaks of them. */
final class Enclosed {

  private Enclosed() {}

  /** The documents that a word names. */
  static List<Document> of(Word word, JsonNode given) throws Unusable {
    Enclosures documents = new Enclosures();
    for (String name : word.attached()) {
      documents.add(name, content(name, given));
    }
    return documents.all();
  }

  private static byte[] content(String name, JsonNode given) throws Unusable {
    for (JsonNode one : given) {
      if (one.path("name").asString("").equals(name)) {
        try {
          return Base64.getDecoder().decode(one.path("content").asString(""));
        } catch (IllegalArgumentException e) {
          throw new Unusable("Das Dokument «%s» ist nicht in Base64.".formatted(name));
        }
      }
    }
    throw new Unusable("Das Dokument «%s» fehlt.".formatted(name));
  }
}
