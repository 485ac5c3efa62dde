package ch.meinkonto.contract;

import java.util.Objects;

/** The content of the sealed part {@code data} of an answer to a unit's question. */
public record AnswerText(String questionId, String text) {
  public AnswerText {
    Objects.requireNonNull(questionId, "questionId");
    Objects.requireNonNull(text, "text");
  }

  @Override
  public String toString() {
    return "AnswerText[" + questionId + "]";
  }
}
