package ch.meinkonto.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.contract.Json;
import ch.meinkonto.journeys.PlainBrowser.Entry;
import ch.meinkonto.simulator.clerk.DemoClerk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A clerk at the pages of a unit that has no system of its own; no page may be kept. */
final class WorklistClerk implements AutoCloseable {

  private static final Entry SEND = new Entry("tun", "senden");

  private final PlainBrowser browser;
  private String about = "";

  private WorklistClerk(PlainBrowser browser) {
    this.browser = browser;
  }

  /** Somebody whom the demo knows: a clerk, or one of its staff. */
  static DemoClerk known(Path file, String with) throws IOException {
    return Stream.of(Json.read(Files.readAllBytes(file), DemoClerk[].class))
        .filter(one -> one.unit().equals(with))
        .findFirst()
        .orElseThrow();
  }

  static WorklistClerk logIn(RunningCity city, String unit) throws IOException {
    var known = known(city.data().resolve("demo-clerks.json"), unit);
    var clerk = new WorklistClerk(new PlainBrowser(city.worklist()));
    clerk.open("/anmelden");
    clerk.send(
        "[name=passwort]",
        new Entry("name", known.login()),
        new Entry("passwort", known.password()));
    clerk.send("[name=code]", new Entry("code", known.code(Instant.now())));
    assertThat(clerk.browser.path()).isEqualTo("/");
    return clerk;
  }

  /** Takes over the only case that there is, as soon as it is there, and opens all of it. */
  void takesTheCase() throws IOException {
    takesTheCase("");
  }

  /** Takes over the case of this reference, and says that nothing more comes. */
  void closes(String reference, String text) throws IOException {
    takesTheCase(reference);
    send("#begruendung", new Entry("stand", "closed"), new Entry("text", text), SEND);
  }

  private void takesTheCase(String reference) throws IOException {
    about =
        Waiting.until(
            "a case in the worklist",
            () -> {
              open("/?suche=" + reference);
              return browser.page().select("a[href^=/faelle/]").eachAttr("href").stream()
                  .findFirst();
            });
    open(about);
    send("form[action$=/uebernehmen]");
    for (var link : browser.page().select("a[href^=" + about + "/]").eachAttr("href")) {
      open(link);
    }
    open(about);
  }

  /** Begins a message, sends another with a document, and asks. */
  void writes(String text) throws IOException {
    open(about);
    send("#nachricht", new Entry("text", text), new Entry("tun", "entwurf"));
    browser.upload(
        "#nachricht",
        List.of(new Entry("text", text), new Entry("art", ""), new Entry("tage", ""), SEND),
        "dokumente",
        text + ".pdf",
        TestFiles.pdf(text));
    look();
    send("#frage", new Entry("text", text), new Entry("dateien", "ja"), SEND);
  }

  /** Reads the answer, as soon as it is there, and closes the case. */
  void closesIt(String text) throws IOException {
    Waiting.untilTrue(
        "the answer in the worklist",
        () ->
            open(about).page().select("section.sheet-ours ~ section").stream()
                .anyMatch(sheet -> !sheet.hasClass("sheet-ours") && !sheet.hasClass("reply")));
    send("#begruendung", new Entry("stand", "closed"), new Entry("text", text), SEND);
    open(about + "/protokoll");
    open(about);
  }

  /** The page of the case. */
  String says() {
    return browser.page().text();
  }

  /** The whole case, to keep. */
  byte[] file() throws IOException {
    return open(about + "/akte.zip").content();
  }

  private PlainBrowser open(String path) throws IOException {
    browser.open(path);
    look();
    return browser;
  }

  private void send(String selector, Entry... typed) throws IOException {
    browser.submit(selector, List.of(typed));
    look();
  }

  private void look() {
    assertThat(browser.status()).as(browser.path()).isEqualTo(200);
    assertThat(browser.cacheControl()).as(browser.path()).contains("no-store");
  }

  /** Logs out. */
  @Override
  public void close() throws IOException {
    browser.open("/");
    browser.submit("form[action=/abmelden]", List.of());
    browser.close();
  }
}
