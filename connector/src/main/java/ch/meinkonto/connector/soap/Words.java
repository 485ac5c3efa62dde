package ch.meinkonto.connector.soap;

import ch.meinkonto.connector.handover.Enclosures;
import ch.meinkonto.connector.handover.SafeName;
import ch.meinkonto.connector.handover.Unusable;
import ch.meinkonto.connector.handover.Word;
import ch.meinkonto.connector.handover.WordReader;
import ch.meinkonto.connector.soap.exchange.DocumentType;
import ch.meinkonto.connector.soap.exchange.FormalType;
import ch.meinkonto.connector.soap.exchange.MessageType;
import ch.meinkonto.connector.soap.exchange.QuestionType;
import ch.meinkonto.connector.soap.exchange.StateType;
import ch.meinkonto.connector.soap.exchange.WordType;
import ch.meinkonto.contract.Document;
import ch.meinkonto.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what the unit's system says; what is wrong with it is said in plain German. */
final class Words {

  private Words() {}

  /** The word, checked as a file in {@code ausgang} would be. */
  static Word read(WordType word) throws Unusable {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("reference", word.getReference());
    if (word.getMessage() != null) {
      message(word.getMessage(), json);
    } else if (word.getQuestion() != null) {
      question(word.getQuestion(), json);
    } else if (word.getState() != null) {
      state(word.getState(), json);
    }
    return WordReader.read(Json.bytes(json));
  }

  private static void message(MessageType message, ObjectNode json) {
    json.put("kind", "message").put("text", message.getText());
    ArrayNode names = json.putArray("documents");
    message.getDocument().forEach(one -> names.add(name(one)));
    FormalType formal = message.getFormal();
    if (formal != null) {
      json.put("formal", formal.getKind());
      if (formal.getDays() != null) {
        json.put("days", formal.getDays());
      }
      json.put("deemed", Boolean.TRUE.equals(formal.isDeemed()));
    }
  }

  private static void question(QuestionType question, ObjectNode json) throws Unusable {
    json.put("kind", "question").put("text", question.getText());
    if (question.getFields() != null) {
      json.set("fields", fields(question.getFields()));
    }
    if (question.isUploads() != null) {
      json.put("uploads", question.isUploads());
    }
  }

  private static JsonNode fields(String written) throws Unusable {
    try {
      return Json.mapper().readTree(written);
    } catch (JacksonException e) {
      throw new Unusable("«fields» ist kein gültiges JSON.");
    }
  }

  private static void state(StateType state, ObjectNode json) {
    json.put("kind", "state").put("state", state.getState());
    if (state.getText() != null) {
      json.put("text", state.getText());
    }
  }

  private static String name(DocumentType document) {
    return SafeName.of(document.getName() == null ? "" : document.getName());
  }

  /** The documents that go with it. */
  static List<Document> documents(WordType word) throws Unusable {
    Enclosures documents = new Enclosures();
    if (word.getMessage() != null) {
      for (DocumentType one : word.getMessage().getDocument()) {
        documents.add(name(one), content(one, documents.room()));
      }
    }
    return documents.all();
  }

  /** What it contains, or more than there is room for. */
  private static byte[] content(DocumentType document, int room) throws Unusable {
    if (document.getContent() == null) {
      throw new Unusable("Das Dokument «%s» ist leer.".formatted(name(document)));
    }
    try (InputStream in = document.getContent().getInputStream()) {
      return in.readNBytes(room + 1);
    } catch (IOException e) {
      throw new Unusable("Das Dokument «%s» lässt sich nicht lesen.".formatted(name(document)));
    }
  }
}
