package ch.meinkonto.request;

import ch.meinkonto.contract.RequestId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code request_question}: which questions are open. */
@Component
class Questions {

  private final JdbcClient jdbc;

  Questions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes a question; false when the unit used its id before. */
  boolean asked(RequestId request, Question question) {
    return jdbc.sql(
                """
                INSERT INTO request_question (request_id, question_id, uploads, asked_at)
                VALUES (:request, :id, :uploads, :at) ON CONFLICT DO NOTHING\
                """)
            .param("request", request.value())
            .param("id", question.questionId())
            .param("uploads", question.uploads())
            .param("at", question.askedAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Notes that it was answered; false when it is not open. */
  boolean answered(RequestId request, String questionId, Instant at) {
    return jdbc.sql(
                """
                UPDATE request_question SET answered_at = :at
                WHERE request_id = :request AND question_id = :id AND answered_at IS NULL\
                """)
            .param("request", request.value())
            .param("id", questionId)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean anyOpen(RequestId request) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM request_question
                           WHERE request_id = :request AND answered_at IS NULL)\
            """)
        .param("request", request.value())
        .query(Boolean.class)
        .single();
  }

  /** Whether the question is open and, if there are files, wants files. */
  boolean open(RequestId request, Answer answer) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM request_question
                           WHERE request_id = :request AND question_id = :id
                             AND answered_at IS NULL AND (uploads OR :plain))\
            """)
        .param("request", request.value())
        .param("id", answer.questionId())
        .param("plain", answer.attachments().isEmpty())
        .query(Boolean.class)
        .single();
  }
}
