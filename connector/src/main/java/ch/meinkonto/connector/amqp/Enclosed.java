package ch.meinkonto.connector.amqp;

import ch.meinkonto.connector.handover.MediaTypes;
import ch.meinkonto.connector.handover.SafeName;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.connector.handover.Word;
import ch.meinkonto.contract.Document;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Finds documents in the message that speaks of them. */
final class Enclosed {

  private static final int LARGEST_TOGETHER = 10 * 1024 * 1024;

  private Enclosed() {}

  /** The documents that a word names. */
  static List<Document> of(Word word, JsonNode given) throws Unusable {
    List<Document> documents = new ArrayList<>();
    int room = LARGEST_TOGETHER;
    for (String name : word.attached()) {
      byte[] content = content(name, given);
      room -= content.length;
      if (room < 0) {
        throw new Unusable("Die Dokumente sind zusammen grösser als 10 MB.");
      }
      String shown = SafeName.of(name);
      documents.add(Document.of(shown, MediaTypes.of(shown), content));
    }
    return documents;
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
