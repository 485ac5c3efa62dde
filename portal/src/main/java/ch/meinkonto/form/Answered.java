package ch.meinkonto.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was answered in a step, in words, for the check page. */
final class Answered {

  private final Presentation presentation;
  private final Assessment assessment;
  private final String address;

  Answered(Presentation presentation, Assessment assessment, String address) {
    this.presentation = presentation;
    this.assessment = assessment;
    this.address = address;
  }

  /** The step’s own answers, then each item of its groups. */
  List<CheckView.Section> sections(Step step) {
    var frame = assessment.frame();
    var sections = new ArrayList<CheckView.Section>();
    var own = answers(step.fields(), frame);
    if (!own.isEmpty() || step.fields().isEmpty()) {
      sections.add(
          new CheckView.Section(presentation.text(step.title(), frame.scope()), address, own));
    }
    for (var field : step.fields()) {
      var asked = frame.asked().get(field.id());
      if (field instanceof Field.GroupField group && asked != null) {
        for (var i = 0; i < asked.items().size(); i++) {
          sections.add(section(group, asked, i));
        }
      }
    }
    return sections;
  }

  private CheckView.Section section(Field.GroupField group, Frame.Asked asked, int index) {
    return new CheckView.Section(
        presentation.itemTitle(group, asked, index),
        address + "#" + asked.path() + "." + index,
        answers(group.fields(), asked.items().get(index)));
  }

  private List<CheckView.Answer> answers(List<Field> fields, Frame frame) {
    return fields.stream().flatMap(field -> answer(field, frame).stream()).toList();
  }

  private Optional<CheckView.Answer> answer(Field field, Frame frame) {
    var asked = frame.asked().get(field.id());
    if (asked == null || field instanceof Field.GroupField) {
      return Optional.empty();
    }
    var text =
        asked.given() instanceof Given.Answer answer
            ? presentation.shown(field, answer.value())
            : "";
    return Optional.of(
        new CheckView.Answer(presentation.text(field.common().label(), asked.scope()), text));
  }
}
