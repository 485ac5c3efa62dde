package ch.meinkonto.request;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resident's answer to a unit's question; sealed for the unit like the request itself.
 *
 * @param questionId the question that is answered
 * @param text plain text
 * @param fields of a question with fields; then {@code text} has the same to read
 */
public record Answer(
    String questionId, String text, List<Attachment> attachments, @Nullable Fields fields) {

  public Answer {
    attachments = List.copyOf(attachments);
  }

  /** To a question without fields. */
  public Answer(String questionId, String text, List<Attachment> attachments) {
    this(questionId, text, attachments, null);
  }

  /**
   * The answers to a question with fields.
   *
   * @param answers by field
   * @param schema the JSON Schema that describes them
   */
  public record Fields(Map<String, Object> answers, Map<String, Object> schema) {

    @Override
    public String toString() {
      return "Fields";
    }
  }

  @Override
  public String toString() {
    return "Answer[" + questionId + "]";
  }
}
