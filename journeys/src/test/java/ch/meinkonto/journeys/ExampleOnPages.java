package ch.meinkonto.journeys;

import ch.meinkonto.form.Field;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.RuleExample;
import ch.meinkonto.platform.web.Formats;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/** An example of a service’s rules, lived through as a resident would. */
record ExampleOnPages(RunningCity city, PlainBrowser browser, Form form, RuleExample example) {

  /**
   * What is otherwise than the example says; empty when all is so. What is asked and unanswered
   * keeps one from later pages.
   */
  Optional<String> otherwise() throws IOException {
    var now = ZonedDateTime.now(Formats.ZONE);
    Offering.publish(city, form, example.answers(now));
    var filling = new FormFilling(browser, form, example.answers(now), ExampleOnPages::file);
    var asked = filling.asFarAsItGoes();
    var unseen = example.asked().stream().filter(field -> !asked.contains(field)).toList();
    if (!unseen.isEmpty() && (filling.onCheckPage() || unseen.equals(example.asked()))) {
      return Optional.of("does not ask " + unseen + ": " + asked);
    }
    if (example.notAsked().stream().anyMatch(asked::contains)) {
      return Optional.of("asks one of " + example.notAsked());
    }
    if (example.refused().isPresent()) {
      return refusedAt(example.refused().get());
    }
    return example.isSendable() ? notAccepted(filling, now) : Optional.empty();
  }

  /** With what it costs before one sends it. */
  private Optional<String> notAccepted(FormFilling filling, ZonedDateTime now) {
    if (!filling.onCheckPage() || !browser.page().select(".error-summary").isEmpty()) {
      return Optional.of("is not accepted at " + browser.path() + ": " + errors());
    }
    return example
        .fee(now)
        .filter(fee -> fee.signum() > 0)
        .map(new Formats(Locale.GERMAN)::money)
        .filter(fee -> !browser.page().select(".fee-total dd").text().startsWith(fee))
        .map(fee -> "should cost " + fee + ": " + browser.page().select(".fee-total").text());
  }

  /** With an error at the field, and no way on. */
  private Optional<String> refusedAt(String field) {
    var told =
        browser.page().select(".error-summary a").eachAttr("href").stream()
            .map(address -> address.substring(address.indexOf('#') + 1))
            .anyMatch(at ->
                at.equals(field) || at.equals(field + "-first") || at.startsWith(field + "."));
    return told && browser.page().select("form[action$=/senden]").isEmpty()
        ? Optional.empty()
        : Optional.of(
            "is not refused at " + field + " but stands at " + browser.path() + ": " + errors());
  }

  private String errors() {
    return browser.page().select(".error-summary").text();
  }

  /** What its name says. */
  private static FormFilling.File file(Field.UploadField wanted, String name) {
    return new FormFilling.File(
        name, name.endsWith(".pdf") ? TestFiles.pdf(name) : TestFiles.png(name));
  }
}
