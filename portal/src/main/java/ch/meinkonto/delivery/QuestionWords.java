package ch.meinkonto.delivery;

import ch.meinkonto.contract.UnitEvent;
import ch.meinkonto.form.SmallForms;
import ch.meinkonto.request.Question;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Checks what a unit asks before it goes anywhere: its words, and its fields as a form's. */
@Component
class QuestionWords {

  private static final int LONGEST_REASON = 300;

  private final SmallForms forms;

  QuestionWords(SmallForms forms) {
    this.forms = forms;
  }

  Question of(UnitEvent.Question question, Instant askedAt) {
    var id = Words.name("questionId", question.questionId());
    var text = Words.required(question.text());
    var fields = question.fields();
    if (fields == null) {
      return new Question(id, text, question.uploads(), askedAt);
    }
    var json = fields.toString();
    return switch (forms.read(json)) {
      case SmallForms.Reading.Askable(var form) ->
          new Question(id, text, form.takesFiles(), askedAt, json);
      case SmallForms.Reading.Refused(var why) ->
          throw Words.refused(
              why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON) + "…");
    };
  }
}
