package ch.meinkonto.request;

import ch.meinkonto.contract.RequestState;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes when a unit says something about a request for the first time. */
@Component
class FirstAnswers {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  FirstAnswers(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /** The unit has said something; the caller has locked the request. */
  void said(RequestEnvelope request) {
    var now = clock.instant();
    var first =
        jdbc.sql(
                """
                UPDATE request_envelope SET answered_at = :now
                WHERE id = :id AND answered_at IS NULL\
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("id", request.id().value())
            .update();
    if (first == 1) {
      events.publishEvent(
          new RequestAnswered(
              request.id().value(),
              request.unit().value(),
              Duration.between(request.receivedAt(), now)));
    }
  }

  /** The unit has moved it on, perhaps with words; that it works on it is no answer yet. */
  void moved(RequestEnvelope request, @Nullable String text) {
    if (text != null || request.state() != RequestState.IN_PROGRESS) {
      said(request);
    }
  }
}
