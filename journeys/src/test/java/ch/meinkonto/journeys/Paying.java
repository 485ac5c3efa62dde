package ch.meinkonto.journeys;

import ch.meinkonto.journeys.PlainBrowser.Entry;
import java.io.IOException;
import java.util.List;

/** Pays at the provider what the page asks for, if it does. */
record Paying(PlainBrowser browser) {

  private static final String AT_PROVIDER = "main a[href*=/v1/start/]";

  /** From the page to pay at to the confirmation, or as far as it goes now. */
  void ifAsked() throws IOException {
    if (!browser.path().startsWith("/bezahlen/")) {
      return;
    }
    browser.submit("form[action$=/online]", List.of());
    if (!browser.page().select(AT_PROVIDER).isEmpty()) {
      browser.open(browser.page().select(AT_PROVIDER).attr("href"));
      browser.submit("[name=method]", List.of(new Entry("method", "VIS")));
    }
  }
}
