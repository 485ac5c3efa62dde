package ch.meinkonto.activation;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.FieldErrors;
import ch.meinkonto.activation.ActivationView.LetterNews;
import ch.meinkonto.catalogue.Activation;
import ch.meinkonto.contract.ActivationRefusal;
import ch.meinkonto.directory.Directory;
import ch.meinkonto.platform.web.Formats;
import ch.meinkonto.platform.web.Texts;
import ch.meinkonto.platform.web.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts activations into the words of a page's language. */
@Component
class ActivationViews {

  /** The state in which a page waits. */
  static final String WAITING = "waiting";

  /** As long a page says again what was wrong with the last code. */
  private static final Duration FRESH = Duration.ofMinutes(30);

  private final Directory directory;
  private final OrderedLetters letters;
  private final Texts texts;
  private final Clock clock;

  ActivationViews(Directory directory, OrderedLetters letters, Texts texts, Clock clock) {
    this.directory = directory;
    this.letters = letters;
    this.texts = texts;
    this.clock = clock;
  }

  ActivationView waiting(Places places, Locale locale) {
    var service = places.service();
    return new ActivationView(
        service.name(locale),
        directory.name(service.unit(), locale),
        places.here(),
        ActivationPages.of(service) + "/stand",
        places.back());
  }

  ActivationView.Code code(Places places, Visitor visitor, Locale locale) {
    var activation = asked(places);
    var account = new AccountId(visitor.accountId());
    return new ActivationView.Code(
        waiting(places, locale),
        activation.why().in(locale),
        activation.letter().in(locale),
        activation.order() == null ? null : places.order(),
        news(letters.last(account, places.service()), activation, locale));
  }

  static Activation asked(Places places) {
    return Objects.requireNonNull(places.service().activation());
  }

  private @Nullable LetterNews news(LetterStanding letter, Activation activation, Locale locale) {
    var formats = new Formats(locale);
    var order = activation.order();
    var arrives = order == null ? "" : order.arrives().in(locale);
    return switch (letter) {
      case LetterStanding.None _ -> null;
      case LetterStanding.Ordered(var at) ->
          new LetterNews("info", texts.text(locale, "activation.letter.ordered", formats.date(at)));
      case LetterStanding.Coming(var since) ->
          new LetterNews(
              "success",
              texts.text(locale, "activation.letter.coming", formats.date(since), arrives));
      case LetterStanding.Refused(var words) ->
          new LetterNews(
              "warning", words == null ? texts.text(locale, "activation.letter.no-answer") : words);
    };
  }

  /** What was wrong with the last code, unless that is long ago. */
  FieldErrors errors(Standing.Refused refused) {
    var errors = new FieldErrors();
    if (refused.at().isBefore(clock.instant().minus(FRESH)) && refused.reason() != null) {
      return errors;
    }
    return errors.add("code", fault(refused.reason(), refused.triesLeft()), left(refused));
  }

  private static String fault(@Nullable ActivationRefusal reason, @Nullable Integer triesLeft) {
    return switch (reason) {
      case null -> "activation.refused.no-answer";
      case WRONG ->
          triesLeft == null
              ? "activation.refused.wrong"
              : triesLeft == 1 ? "activation.refused.wrong.one" : "activation.refused.wrong.left";
      case EXPIRED -> "activation.refused.expired";
      case LOCKED -> "activation.refused.locked";
      case NOT_POSSIBLE -> "activation.refused.not-possible";
    };
  }

  private static int left(Standing.Refused refused) {
    var left = refused.triesLeft();
    return left == null ? 0 : left;
  }
}
