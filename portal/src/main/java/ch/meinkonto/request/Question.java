package ch.meinkonto.request;

import java.time.Instant;

/**
 * What a unit asks a resident about a request.
 *
 * @param questionId the unit's name for the question, unique within the request
 * @param text plain text
 * @param uploads whether files may come with the answer
 * @param askedAt when the unit signed it
 */
public record Question(String questionId, String text, boolean uploads, Instant askedAt) {

  @Override
  public String toString() {
    return "Question[" + questionId + "]";
  }
}
