package ch.meinkonto.trust;

import ch.meinkonto.platform.web.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says in plain words what an entry tells. */
@Component
class Wording {

  private static final Set<String> GROUNDS =
      Set.of(
          "your-wish",
          "your-request",
          "your-account",
          "your-mandate",
          "security",
          "law",
          "consent");

  private final Texts texts;
  private final ObjectProvider<Names> names;

  Wording(Texts texts, ObjectProvider<Names> names) {
    this.texts = texts;
    this.names = names;
  }

  /** Who did or received what. */
  String what(LogEntry entry, Locale locale) {
    var kind = Topic.knows(entry.kind()) ? entry.kind() : "other";
    if (kind.equals("login") && !entry.subject().isEmpty()) {
      kind = "login.with";
    }
    return texts.text(
        locale,
        "trust.kind." + kind,
        actor(entry.actor(), locale),
        name(name -> name.subject(entry.subject(), locale)).orElse(entry.subject()));
  }

  /** On which ground. */
  String ground(LogEntry entry, Locale locale) {
    var ground = GROUNDS.contains(entry.ground()) ? entry.ground() : "other";
    return texts.text(locale, "trust.ground." + ground);
  }

  private String actor(String actor, Locale locale) {
    return switch (actor) {
      case TrustEntry.YOU -> texts.text(locale, "trust.actor.you");
      case TrustEntry.PORTAL -> texts.text(locale, "trust.actor.portal");
      default -> name(name -> name.unit(actor, locale)).orElse(actor);
    };
  }

  private Optional<String> name(Function<Names, Optional<String>> question) {
    List<Names> all = names.stream().toList();
    return all.stream().map(question).flatMap(Optional::stream).findFirst();
  }
}
