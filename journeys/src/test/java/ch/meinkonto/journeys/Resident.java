package ch.meinkonto.journeys;

import ch.meinkonto.journeys.PlainBrowser.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Somebody with a browser and a mailbox. */
record Resident(String given, String family, String email, String password, PlainBrowser browser) {

  /** Registers and is logged in then. */
  void register(Mailbox mailbox) throws IOException {
    register(mailbox, new Entry("kind", "private"));
  }

  /** The same for a company or organisation. */
  void registerFor(String company, Mailbox mailbox) throws IOException {
    register(mailbox, new Entry("kind", "business"), new Entry("company", company));
  }

  /** Sets an authenticator app up: from then on logged in with two factors. */
  PhoneApp setUpApp() throws IOException {
    browser.open("/konto/authenticator");
    browser.submit("form[action$=/neu]", List.of());
    var phone = PhoneApp.scan(browser.page().select("a[href^=otpauth:]").attr("href"));
    browser.submit("[name=code]", List.of(new Entry("code", phone.code(1))));
    return phone;
  }

  private void register(Mailbox mailbox, Entry... kind) throws IOException {
    browser.open("/registrieren");
    var entries = new ArrayList<>(List.of(kind));
    entries.addAll(
        List.of(
            new Entry("given", given),
            new Entry("family", family),
            new Entry("email", email),
            new Entry("password", password)));
    browser.submit("[name=email]", entries);
    browser.submit("[name=code]", List.of(new Entry("code", mailbox.code(email))));
    if (browser.page().select("form[action=/abmelden]").isEmpty()) {
      throw new AssertionError(email + " is not logged in: " + browser.page().text());
    }
  }
}
