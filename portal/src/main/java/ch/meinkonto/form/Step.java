package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import java.util.List;
import java.util.Optional;

/** One topic on one page. It is left out when its condition isn’t fulfilled. */
public record Step(
    String id,
    Text title,
    Optional<Text> intro,
    Optional<Expression> when,
    List<Element> elements) {

  /** The questions of this step. */
  public List<Field> fields() {
    return elements.stream().filter(Field.class::isInstance).map(Field.class::cast).toList();
  }
}
