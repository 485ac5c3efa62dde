package ch.meinkonto.journeys;

import ch.meinkonto.journeys.PlainBrowser.Entry;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Answers what units ask, in the thread that a browser shows: without thinking, but rightly. */
record Questions(PlainBrowser browser, String word) {

  private static final String ASKED = "[name=_asked]";

  /** Answers in words, with a file where one may add some, or in the fields that are asked. */
  void answer() throws IOException {
    var fields = browser.page().select("a[href*=/antwort/]").attr("href");
    if (!fields.isEmpty()) {
      browser.open(fields);
      fillIn();
    } else if (browser.page().select("[name=dateien]").isEmpty()) {
      browser.submit("[name=antwort]", List.of(new Entry("antwort", word)));
    } else {
      browser.upload(
          "[name=antwort]",
          List.of(new Entry("antwort", word)),
          "dateien",
          word + ".png",
          TestFiles.png(word));
    }
  }

  /** Twice, when more is asked after the first answers. */
  private void fillIn() throws IOException {
    for (var i = 0; i < 2 && !browser.page().select(ASKED).isEmpty(); i++) {
      var file = browser.page().select("input[type=file]").attr("name");
      if (file.isEmpty()) {
        browser.submit(ASKED, entered());
      } else {
        browser.upload(ASKED, entered(), file, word + ".pdf", TestFiles.pdf(word));
      }
    }
  }

  /** The first choice of each, and the word wherever one can type. */
  private List<Entry> entered() {
    var page = browser.page();
    return Stream.of(page.select(ASKED).val().split(" "))
        .filter(field -> page.select("input[type=file][name=" + field + "]").isEmpty())
        .map(field -> {
          var choice = page.select("input[type=radio][name=" + field + "]").first();
          return new Entry(field, choice == null ? word : choice.val());
        })
        .toList();
  }
}
