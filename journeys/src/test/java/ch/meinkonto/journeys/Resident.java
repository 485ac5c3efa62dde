package ch.meinkonto.journeys;

import ch.meinkonto.journeys.PlainBrowser.Entry;
import java.io.IOException;
import java.util.List;

/** Somebody with a browser and a mailbox. */
record Resident(String given, String family, String email, String password, PlainBrowser browser) {

  /** Registers and is logged in then. */
  void register(Mailbox mailbox) throws IOException {
    browser.open("/registrieren");
    browser.submit(
        "[name=email]",
        List.of(
            new Entry("kind", "private"),
            new Entry("given", given),
            new Entry("family", family),
            new Entry("email", email),
            new Entry("password", password)));
    browser.submit("[name=code]", List.of(new Entry("code", mailbox.code(email))));
    if (browser.page().select("form[action=/abmelden]").isEmpty()) {
      throw new AssertionError(email + " is not logged in: " + browser.page().text());
    }
  }
}
