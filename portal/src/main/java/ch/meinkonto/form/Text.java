package ch.meinkonto.form;

import ch.meinkonto.form.expression.Expression;
import ch.meinkonto.form.expression.Scope;
import ch.meinkonto.platform.yaml.Localized;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A text of a service’s file, with values in between: “Ihr Umzug am {umzugsdatum} …”. */
public record Text(Localized<List<Piece>> pieces) {

  /** A piece of a text. */
  public sealed interface Piece {}

  /** Said as it stands. */
  public record Words(String words) implements Piece {}

  /** Filled in when the text is shown. */
  public record Value(Expression expression) implements Piece {}

  /** How values look in a text. */
  @FunctionalInterface
  public interface Presentation {
    String of(Expression expression, @Nullable Object value);
  }

  /** The text in a language, with its values. */
  public String in(Locale locale, Scope scope, Presentation presentation) {
    return pieces.in(locale).stream()
        .map(piece ->
            switch (piece) {
              case Words words -> words.words();
              case Value value ->
                  presentation.of(value.expression(), value.expression().evaluate(scope));
            })
        .collect(Collectors.joining());
  }

  /** The text in each language, its values as they are written in the file. */
  public Localized<String> plain() {
    return pieces.map(Text::plain);
  }

  private static String plain(List<Piece> pieces) {
    return pieces.stream()
        .map(piece ->
            switch (piece) {
              case Words words -> words.words();
              case Value value -> "{" + value.expression() + "}";
            })
        .collect(Collectors.joining());
  }
}
