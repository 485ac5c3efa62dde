package ch.meinkonto.form;

import ch.meinkonto.directory.UnitId;
import ch.meinkonto.form.expression.Expression;
import ch.meinkonto.form.expression.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a service asks, checked as a whole: whoever holds a form knows that all its expressions run.
 *
 * @param calculated values with a name, in the order in which they are calculated
 * @param route which of a unit’s offices gets the request; always the unit itself when empty
 * @param copies which other units get a part of it, too
 * @param perUnit the field that says which units get a request of their own; empty when the unit in
 *     charge gets the only one
 * @param booking what is special when one books places by it
 * @param calendars which calendars of the unit fit the answers
 * @param order in which the form’s own fields and calculated values are read, so that each
 *     condition finds its answers read already
 */
public record Form(
    ServiceHeader service,
    Optional<Text> notes,
    List<Step> steps,
    List<Calculated> calculated,
    List<Rule> rules,
    Optional<Fee> fee,
    Optional<Expression> route,
    Map<String, Table> tables,
    List<Copy> copies,
    Optional<String> perUnit,
    Optional<Booking> booking,
    List<Fitting> calendars,
    List<String> order) {

  /**
   * A value with a name, calculated from answers.
   *
   * @param label what the unit’s people call it; empty for what only helps to calculate
   */
  public record Calculated(String id, Optional<Text> label, Expression value) {}

  /**
   * A rule across fields.
   *
   * @param that what must hold
   * @param when when it must hold; always when empty
   * @param at the field where it is told
   */
  public record Rule(Expression that, Optional<Expression> when, String at, Text error) {}

  /**
   * A part of the answers that goes to a unit that does not decide.
   *
   * @param why what the unit does with it, in the resident’s words
   * @param when on which answers it goes there; always when empty
   * @param steps the ids of the steps whose answers go there
   * @param rehearsed whether nothing goes there yet, because the unit only tries out its system
   */
  public record Copy(
      UnitId unit, Text why, Optional<Expression> when, List<String> steps, boolean rehearsed) {}

  /**
   * A calendar to subscribe to.
   *
   * @param calendar what its unit calls it
   * @param when on which answers it fits; always when empty
   */
  public record Fitting(Expression calendar, Optional<Expression> when) {}

  /** The form’s own fields, those of groups not among them. */
  public Stream<Field> fields() {
    return steps.stream().flatMap(step -> step.fields().stream());
  }

  /** The field of this id: one of the form’s own, else the first of a group’s. */
  public Optional<Field> field(String id) {
    var inGroups =
        fields()
            .filter(Field.GroupField.class::isInstance)
            .flatMap(group -> ((Field.GroupField) group).fields().stream());
    return Stream.concat(fields(), inGroups).filter(field -> field.id().equals(id)).findFirst();
  }

  /** The step that asks this of the form’s own fields. */
  public Optional<Step> stepOf(String fieldId) {
    return steps.stream()
        .filter(step -> step.fields().stream().anyMatch(field -> field.id().equals(fieldId)))
        .findFirst();
  }

  /** The step of this id. */
  public Optional<Step> step(String id) {
    return steps.stream().filter(step -> step.id().equals(id)).findFirst();
  }

  /** Whether files can be added anywhere. */
  public boolean takesFiles() {
    return Stream.concat(fields(), groupFields()).anyMatch(Field.UploadField.class::isInstance);
  }

  private Stream<Field> groupFields() {
    return fields()
        .filter(Field.GroupField.class::isInstance)
        .flatMap(group -> ((Field.GroupField) group).fields().stream());
  }
}
