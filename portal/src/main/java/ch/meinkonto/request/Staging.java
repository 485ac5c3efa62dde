package ch.meinkonto.request;

import ch.meinkonto.contract.SealedPart;
import ch.meinkonto.contract.SubmissionId;
import java.time.Duration;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Writes sealed parts of a large submission before it is entered, each by itself: so nobody holds
 * them all, and the transaction that enters it stays short.
 */
@Component
class Staging {

  private final JdbcClient jdbc;

  Staging(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void stage(SubmissionId submission, int position, SealedPart part) {
    jdbc.sql(
            """
            INSERT INTO request_part (submission_id, position, name, media_type, size, tag, sealed)
            VALUES (:submission, :position, :name, :type, :size, :tag, :sealed)\
            """)
        .param("submission", submission.value())
        .param("position", position)
        .param("name", part.name())
        .param("type", part.mediaType())
        .param("size", part.size())
        .param("tag", part.tag())
        .param("sealed", part.bytes())
        .update();
  }

  /** Erases what was staged for submissions that were not entered after all. */
  void clear(Collection<SubmissionId> submissions) {
    jdbc.sql(
            """
            DELETE FROM request_part AS part WHERE submission_id = ANY (:ids)
              AND NOT EXISTS (SELECT FROM request_submission WHERE id = part.submission_id)\
            """)
        .param(
            "ids",
            new SqlArrayValue("uuid", submissions.stream().map(SubmissionId::value).toArray()))
        .update();
  }

  /**
   * Erases what was staged so long ago, is not entered and waits for no payment.
   *
   * @param age by the time in the submission's id, and so by the machines' own clocks
   */
  int erase(Duration age) {
    return jdbc.sql(
            """
            DELETE FROM request_part AS part
            WHERE uuid_extract_timestamp(submission_id) < now() - make_interval(secs => :age)
              AND NOT EXISTS (SELECT FROM request_submission WHERE id = part.submission_id)
              AND NOT EXISTS (SELECT FROM request_held WHERE id = part.submission_id)
              AND NOT EXISTS (SELECT FROM request_held_copy WHERE id = part.submission_id)\
            """)
        .param("age", age.toSeconds())
        .update();
  }
}
