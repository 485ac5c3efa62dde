package ch.meinkonto.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.journeys.PlainBrowser.Entry;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Answers what units ask in the thread that a browser shows, whatever it is. */
record Questions(PlainBrowser browser) {

  private static final String ASKED = "[name=_asked]";

  /** Answers with this word wherever one can type, and in files; false when nothing is asked. */
  boolean answer(String word) throws IOException {
    var fields = browser.page().select("a[href*=/antwort/]").attr("href");
    if (fields.isEmpty() && browser.page().select("[name=antwort]").isEmpty()) {
      return false;
    }
    if (fields.isEmpty()) {
      write(word);
    } else {
      browser.open(fields);
      fillIn(word);
    }
    assertThat(browser.page().text()).contains(word);
    return true;
  }

  private void write(String word) throws IOException {
    var text = List.of(new Entry("antwort", word));
    if (browser.page().select("[name=dateien]").isEmpty()) {
      browser.submit("[name=antwort]", text);
    } else {
      browser.upload("[name=antwort]", text, "dateien", word + ".png", TestFiles.png(word));
    }
  }

  /** Says yes, takes the first of what is offered, types the word: until nothing more is asked. */
  private void fillIn(String word) throws IOException {
    var before = "";
    for (var asked = asked(); !asked.isEmpty() && !asked.equals(before); asked = asked()) {
      var entries =
          Arrays.stream(asked.split(" ")).flatMap(name -> entry(name, word).stream()).toList();
      var file = browser.page().select("form:has(" + ASKED + ") input[type=file]").attr("name");
      if (file.isEmpty()) {
        browser.submit(ASKED, entries);
      } else {
        browser.upload(ASKED, entries, file, word + ".pdf", TestFiles.pdf(word));
      }
      before = asked;
    }
    assertThat(asked()).as(browser.page().text()).isEmpty();
  }

  private String asked() {
    return browser.page().select(ASKED).val();
  }

  private Optional<Entry> entry(String name, String word) {
    var offered = browser.page().select("[name=" + name + "][type=radio]");
    if (!offered.isEmpty()) {
      return Optional.of(new Entry(name, offered.val()));
    }
    return browser.page().select("[name=" + name + "]:not([type=file])").isEmpty()
        ? Optional.empty()
        : Optional.of(new Entry(name, word));
  }
}
