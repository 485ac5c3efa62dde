package ch.meinkonto.request;

import java.util.List;

/**
 * A resident's answer to a unit's question; sealed for the unit like the request itself.
 *
 * @param questionId the question that is answered
 * @param text plain text
 */
public record Answer(String questionId, String text, List<Attachment> attachments) {

  public Answer {
    attachments = List.copyOf(attachments);
  }

  @Override
  public String toString() {
    return "Answer[" + questionId + "]";
  }
}
