package ch.meinkonto.journeys;

import ch.meinkonto.form.Field;
import ch.meinkonto.form.Form;
import ch.meinkonto.form.SampleAnswers;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who sends one request after the other. Whenever the portal is away or says that it
 * cannot now, they try the same thing again, until they have their reference.
 */
final class Person implements AutoCloseable {

  /** Stands in everything that is typed or uploaded, and nowhere else. */
  static final String MARK = "Zq7stoerfall";

  private static final FormFilling.Upload FILES =
      new FormFilling.Upload(
          MARK + ".png", TestFiles.png(MARK), MARK + ".pdf", TestFiles.pdf(MARK));

  private final PlainBrowser browser;

  /** With an account; comes from an address of its own (RFC 5737). */
  Person(FaultyCity city, int number) throws IOException {
    browser = new PlainBrowser(city.portal(), "198.51.100." + number);
    new Resident(
            "Anna",
            "Muster",
            "anna" + number + "@example.org",
            "velo wolke tasse " + number,
            browser)
        .register(new Mailbox(city.surroundings()));
  }

  /** Sends a request; gives its reference. */
  String send(Form form, long seed) {
    var answers = SampleAnswers.of(form, ZonedDateTime.now(ZoneId.of("Europe/Zurich")), seed);
    answers.replaceAll((id, value) -> form.field(id).map(field -> marked(field, value)).get());
    persistently(() -> browser.open("/dienste/" + form.service().id()).path());
    var check =
        persistently(() -> {
          new FormFilling(browser, form, answers, FILES).toCheckPage();
          return browser.path();
        });
    return persistently(() -> sent(check));
  }

  private static Object marked(Field field, Object value) {
    return field instanceof Field.TextField text
            && text.pattern().isEmpty()
            && text.maxLength() >= MARK.length()
        ? MARK
        : value;
  }

  /** Opens the check page and sends; what was sent already leads to the same confirmation. */
  private String sent(String check) throws IOException {
    browser.open(check);
    if (browser.status() == 404 || browser.status() == 410) { // then nobody could go on
      throw new AssertionError("The draft is gone: " + browser.page().text());
    }
    if (!browser.page().select("form[action$=/senden]").isEmpty()) {
      browser.submit("form[action$=/senden]", List.of());
      new Paying(browser).ifAsked();
    }
    return References.in(browser.page().text())
        .filter(_ -> browser.status() == 200)
        .orElseThrow(() -> new IOException("No confirmation yet: " + browser.status()));
  }

  /** What the newest threads say, each from its beginning. */
  List<String> threads() throws IOException {
    browser.open("/mitteilungen");
    var links = browser.page().select("main a[href^=/mitteilungen/]").eachAttr("href");
    var threads = new ArrayList<String>();
    for (var link : links) {
      threads.add(browser.open(link).page().select(".thread").text());
    }
    return threads;
  }

  private interface Attempt {
    String make() throws IOException;
  }

  private String persistently(Attempt attempt) {
    return Waiting.until(
        "the portal",
        () -> {
          try {
            return Optional.of(attempt.make());
          } catch (IOException away) {
            return Optional.empty();
          } catch (AssertionError unexpected) {
            if (browser.status() < 500) {
              throw unexpected;
            }
            return Optional.empty(); // an error page has no form
          }
        });
  }

  @Override
  public void close() {
    browser.close();
  }
}
