package ch.meinkonto.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a unit asks a resident about a request.
 *
 * @param questionId the unit's name for the question, unique within the request
 * @param text plain text
 * @param uploads whether files may come with the answer
 * @param askedAt when the unit signed it
 * @param fields what is asked, in the form language (a JSON array); null for a text
 */
public record Question(
    String questionId, String text, boolean uploads, Instant askedAt, @Nullable String fields) {

  /** To be answered by a text. */
  public Question(String questionId, String text, boolean uploads, Instant askedAt) {
    this(questionId, text, uploads, askedAt, null);
  }

  @Override
  public String toString() {
    return "Question[" + questionId + "]";
  }
}
