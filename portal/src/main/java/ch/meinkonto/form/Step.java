package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** The question for files that this path names, in a group or not. */
  Optional<Field.UploadField> uploadField(String path) {
    var parts = path.split("\\.");
    return fields().stream()
        .filter(field -> field.id().equals(parts[0]))
        .flatMap(field ->
            field instanceof Field.GroupField group && parts.length == 3
                ? group.fields().stream().filter(f -> f.id().equals(parts[2]))
                : Stream.of(field))
        .filter(Field.UploadField.class::isInstance)
        .map(Field.UploadField.class::cast)
        .findFirst();
  }
}
