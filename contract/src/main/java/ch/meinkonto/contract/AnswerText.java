package ch.meinkonto.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The content of the sealed part {@code data} of an answer to a unit's question.
 *
 * @param text the answer; of a question with fields, all of them to read
 * @param answers of a question with fields: by field, as {@code schema} describes them
 * @param schema the JSON Schema of these answers, made from the question's fields
 */
public record AnswerText(
    String questionId, String text, @Nullable JsonNode answers, @Nullable JsonNode schema) {
  public AnswerText {
    Objects.requireNonNull(questionId, "questionId");
    Objects.requireNonNull(text, "text");
  }

  /** The answer to a question without fields. */
  public AnswerText(String questionId, String text) {
    this(questionId, text, null, null);
  }

  @Override
  public String toString() {
    return "AnswerText[" + questionId + "]";
  }
}
