package ch.meinkonto.delivery;

import ch.meinkonto.conformance.TestHandover;
import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.directory.UnitId;
import ch.meinkonto.request.Correspondence;
import ch.meinkonto.request.Verdict;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What a unit says about a request: for the resident, or about a test for nobody. */
@Component
class WordsAbout {

  private final Correspondence correspondence;
  private final QuestionWords questions;
  private final TestHandover tests;

  WordsAbout(Correspondence correspondence, QuestionWords questions, TestHandover tests) {
    this.correspondence = correspondence;
    this.questions = questions;
    this.tests = tests;
  }

  Verdict moved(UnitId unit, UnitEvent.StateChanged event) {
    var id = event.requestId();
    return correspondence
        .stateChanged(unit, id, event.state(), Words.checked(event.text()))
        .or(() -> tests.said(unit, id, event.state().code()));
  }

  Verdict written(UnitId unit, UnitEvent.Message event, Instant at) {
    var id = event.requestId();
    var verdict =
        event.formal() == null
            ? correspondence.unitWrites(unit, id, Words.of(event, at))
            : correspondence.unitDelivers(unit, id, Words.formal(event, at));
    return verdict.or(() -> tests.said(unit, id, "message"));
  }

  Verdict refunded(UnitId unit, UnitEvent.Refund event, Instant at) {
    var id = event.requestId();
    return correspondence
        .unitRefunds(unit, id, Words.refund(event, at))
        .or(() -> tests.said(unit, id, "refund"));
  }

  Verdict placed(UnitId unit, UnitEvent.ListPosition event, Instant at) {
    var id = event.requestId();
    return correspondence
        .unitPlaces(unit, id, event.places(), at)
        .or(() -> tests.said(unit, id, "list-position"));
  }

  Verdict asked(UnitId unit, UnitEvent.Question event, Instant at) {
    var id = event.requestId();
    return correspondence
        .unitAsks(unit, id, questions.of(event, at))
        .or(() -> tests.asked(unit, id, event.questionId()));
  }
}
