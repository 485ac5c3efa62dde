package ch.meinkonto.form;

import ch.meinkonto.platform.web.Visitor;
import java.util.Optional;

/** Whose request a draft becomes, if the visitor sends it. */
sealed interface Party {

  /** Their own; nobody’s when they are not logged in. */
  record Themselves(Optional<Visitor> visitor) implements Party {}

  /** Somebody’s whose mandate they have. */
  record Other(Visitor actor, Represented represented) implements Party {}

  /** It was begun for somebody else, and who looks at it is not logged in. */
  record Unknown() implements Party {}

  /** It was begun for somebody else, and the visitor may not act for them, or not any more. */
  record Over() implements Party {}

  /** In whose name it would be sent; empty when nobody could send it. */
  default Optional<Visitor> sender() {
    return switch (this) {
      case Themselves(var visitor) -> visitor;
      case Other(var actor, var represented) -> Optional.of(represented.by(actor));
      case Unknown(), Over() -> Optional.empty();
    };
  }

  /** For whom somebody else fills it in. */
  default Optional<Represented> other() {
    return this instanceof Other(_, var represented) ? Optional.of(represented) : Optional.empty();
  }
}
