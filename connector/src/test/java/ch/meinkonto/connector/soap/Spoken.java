package ch.meinkonto.connector.soap;

import ch.meinkonto.connector.handover.Content;
import ch.meinkonto.connector.soap.exchange.DocumentType;
import ch.meinkonto.connector.soap.exchange.FormalType;
import ch.meinkonto.connector.soap.exchange.MessageType;
import ch.meinkonto.connector.soap.exchange.QuestionType;
import ch.meinkonto.connector.soap.exchange.StateType;
import ch.meinkonto.connector.soap.exchange.WordType;
import jakarta.activation.DataHandler;
import java.util.Map;
import java.util.Objects;

/** What a web service has to say, in tests. */
final class Spoken {

  private Spoken() {}

  /** A word, written as a file in {@code ausgang} would have it. */
  static WordType word(String id, Map<String, Object> word, Map<String, byte[]> documents) {
    WordType spoken = new WordType();
    spoken.setHeader(WebService.header(null, id));
    spoken.setReference(text(word, "reference"));
    String text = text(word, "text");
    switch (text(word, "kind")) {
      case "message" -> {
        spoken.setMessage(message(text, documents));
        if (word.containsKey("formal")) {
          FormalType formal = new FormalType();
          formal.setKind(text(word, "formal"));
          formal.setDays((Integer) word.get("days"));
          formal.setDeemed((Boolean) word.get("deemed"));
          spoken.getMessage().setFormal(formal);
        }
      }
      case "question" -> {
        QuestionType question = new QuestionType();
        question.setText(text);
        question.setUploads((Boolean) word.get("uploads"));
        spoken.setQuestion(question);
      }
      default -> {
        StateType state = new StateType();
        state.setState(text(word, "state"));
        state.setText(text);
        spoken.setState(state);
      }
    }
    return spoken;
  }

  private static String text(Map<String, Object> word, String key) {
    return Objects.requireNonNull(word.get(key), key).toString();
  }

  /** A message about a case. */
  static WordType message(String id, String reference, String text) {
    return word(id, Map.of("reference", reference, "kind", "message", "text", text), Map.of());
  }

  private static MessageType message(String text, Map<String, byte[]> documents) {
    MessageType message = new MessageType();
    message.setText(text);
    documents.forEach((name, content) -> {
      DocumentType document = new DocumentType();
      document.setName(name);
      document.setContent(new DataHandler(new Bytes(Content.of(content))));
      message.getDocument().add(document);
    });
    return message;
  }
}
