package ch.meinkonto.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.contract.RequestState;
import ch.meinkonto.request.RequestEnvelope;
import ch.meinkonto.request.UnitDocument;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A parent at home, with a browser without script. */
@PortalTest
@Import(Story.class)
class PagesTest {

  @LocalServerPort int port;
  @Autowired Story story;
  @Autowired Letters letters;
  @Autowired Accounts accounts;
  @Autowired Mailbox mailbox;

  private Resident parent;
  private AccountId account;

  @BeforeEach
  void theParentIsLoggedIn() {
    parent = Resident.named("Anna", "Keller", port);
    parent.register(mailbox);
    account = accounts.byEmail(EmailAddress.parse(parent.email()).orElseThrow()).orElseThrow();
  }

  @Test
  void anEmptyInboxSaysWhatWillComeHere() {
    assertThat(page("/mitteilungen")).contains("Noch keine Mitteilung");
    assertThat(page("/mitteilungen?ordner=archiv")).contains("Das Archiv ist leer");
    assertThat(page("/mitteilungen?ordner=ungelesen")).contains("Alles gelesen");
  }

  @Test
  void whatTheParentLooksForStaysOutOfTheAddress() {
    story.clerkWrites(
        story.sends(account, "umzug-melden", "personenmeldeamt"), "Die Geburtsurkunde fehlt.");

    var found = search("geburtsurkunde");
    assertThat(found).startsWith("/mitteilungen?suche=").doesNotContain("geburtsurkunde");
    assertThat(page(found))
        .contains("Die Geburtsurkunde fehlt.", "value=\"geburtsurkunde\"", "method=\"post\"");
    assertThat(page(search("gibtesnicht"))).contains("nichts gefunden");
    assertThat(search("  ")).isEqualTo("/mitteilungen");
    assertThat(search("x".repeat(201))).isEqualTo("/mitteilungen");
  }

  @Test
  void theAddressOfASearchOpensForNobodyElse() {
    var found = search("geburtsurkunde");
    var tenant = Resident.named("Beat", "Frei", port);
    tenant.register(mailbox);

    for (var address : List.of(found, "/mitteilungen?suche=AAAA", "/mitteilungen?suche=%C3%A4")) {
      assertThat(tenant.browser().get(address).body())
          .contains("Noch keine Mitteilung")
          .doesNotContain("geburtsurkunde");
    }
  }

  @Test
  void aSearchGoesOnOverSeveralPages() {
    for (int i = 0; i < 25; i++) {
      story.sends(account, "umzug-melden", "personenmeldeamt");
    }
    var further = Pattern.compile("href=\"(/mitteilungen\\?vor=[^\"&]+&amp;suche=[^\"&]+)\"");
    var next = further.matcher(page(search("umzug")));
    assertThat(next.find()).isTrue();

    var second = page(next.group(1).replace("&amp;", "&"));
    assertThat(second).contains("value=\"umzug\"").doesNotContainPattern(further);
  }

  private String search(String words) {
    return parent
        .browser()
        .submit("/mitteilungen", "/mitteilungen/suche", Map.of("q", words))
        .location();
  }

  @Test
  void theParentReadsAndTheNumberInTheFrameGoesDown() {
    var request = story.sends(account, "umzug-melden", "personenmeldeamt");
    story.clerkWrites(request, "Guten Tag Frau Keller");
    assertThat(page("/mitteilungen")).contains("Guten Tag Frau Keller", "1 ungelesen");
    assertThat(page(path(request)))
        .contains("Guten Tag Frau Keller", request.reference().value())
        .doesNotContain("1 ungelesen");
    assertThat(page("/mitteilungen")).doesNotContain("1 ungelesen", "class=\"unread\"");
  }

  @Test
  void whatAnOfficeWritesIsTextAndNeverMarkup() {
    var request = story.sends(account, "umzug-melden", "personenmeldeamt");
    story.clerkWrites(
        request,
        "<script>alert(1)</script> https://www.example.ch/x und javascript:alert(1)",
        new UnitDocument(
            "../../<img src=x>\u202efdp.exe", "text/html", "<b>hi</b>".getBytes(UTF_8)));
    story.clerkAsks(request, "q\"><script>", "<b>Wann?</b>", true);
    assertThat(page(path(request)))
        .doesNotContain("<script>alert", "<b>Wann", "<img src=x", "href=\"javascript", "\u202e")
        .contains("&lt;script&gt;", "rel=\"noopener noreferrer external\"");
    assertThat(page("/mitteilungen")).doesNotContain("<script>alert", "<b>Wann");
  }

  @Test
  void aDocumentIsSavedAndNeverShownAsAPageOfThePortal() {
    var request = story.sends(account, "umzug-melden", "personenmeldeamt");
    story.clerkWrites(
        request,
        "Beilage",
        new UnitDocument("seite.html", "text/html", "<script>alert(1)</script>".getBytes(UTF_8)),
        new UnitDocument("leer.pdf", "application/pdf", new byte[0]));
    var thread = story.thread(account, request);
    var files = letters.ofThread(account, thread.id(), null, 1).getFirst().body().files();
    var answer = parent.browser().get(path(request) + "/dokumente/" + files.getFirst().id());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(header(answer, "content-type")).isEqualTo("application/octet-stream");
    assertThat(header(answer, "content-disposition")).startsWith("attachment");
    assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(answer, "content-security-policy")).contains("sandbox");
    assertThat(header(answer, "cache-control")).contains("no-store");
    var empty = parent.browser().get(path(request) + "/dokumente/" + files.getLast().id());
    assertThat(empty.status()).isEqualTo(200);
    assertThat(empty.body()).isEmpty();
  }

  @Test
  void nobodyElseReachesAnyOfIt() {
    var request = story.sends(account, "umzug-melden", "personenmeldeamt");
    story.clerkWrites(
        request, "Nur für Anna", new UnitDocument("a.pdf", "application/pdf", new byte[] {1}));
    var thread = story.thread(account, request);
    var file = letters.ofThread(account, thread.id(), null, 1).getFirst().body().files().getFirst();
    var stranger = Resident.named("Beat", "Frei", port);
    stranger.register(mailbox);
    for (var path : List.of("", "/quittung.pdf", "/dokumente/" + file.id())) {
      var answer = stranger.browser().get(path(request) + path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.body()).doesNotContain("Nur für Anna");
    }
    var token = stranger.browser().token("/mitteilungen");
    for (var action : List.of("/weglegen", "/zurueckholen", "/ungelesen", "/antwort")) {
      assertThat(
              stranger
                  .browser()
                  .post(
                      path(request) + action,
                      token,
                      Map.of("frage", java.util.UUID.randomUUID().toString(), "antwort", "Hallo"))
                  .status())
          .as(action)
          .isEqualTo(404);
    }
    assertThat(new Browser(port).get(path(request)).body()).doesNotContain("Nur für Anna");
  }

  @Test
  void puttingAwayCanBeUndone() {
    var request = story.sends(account, "umzug-melden", "personenmeldeamt");
    var away = parent.browser().submit(path(request), path(request) + "/weglegen", Map.of());
    assertThat(away.location()).startsWith("/mitteilungen?weggelegt=");
    assertThat(page(away.location())).contains("Rückgängig", "Noch keine Mitteilung");
    assertThat(page("/mitteilungen?ordner=archiv")).contains(path(request));
    parent.browser().submit(away.location(), path(request) + "/zurueckholen", Map.of());
    assertThat(page("/mitteilungen")).contains(path(request));
  }

  @Test
  void anEmptyAnswerIsNotSentAndSaysWhy() {
    var request = story.sends(account, "umzug-melden", "personenmeldeamt");
    story.clerkAsks(request, "q-1", "Wann ziehen Sie um?", false);
    var question = letters.waiting(account, story.thread(account, request).id()).getFirst();
    var answer =
        parent
            .browser()
            .submit(
                path(request),
                path(request) + "/antwort",
                Map.of("frage", question.id().toString(), "antwort", " \n "));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Schreiben Sie eine Antwort.", "aria-invalid=\"true\"");
  }

  @Test
  void whatWasTypedIsStillThereWhenItIsTooLong() {
    var request = story.sends(account, "umzug-melden", "personenmeldeamt");
    story.clerkAsks(request, "q-1", "Wann ziehen Sie um?", false);
    var question = letters.waiting(account, story.thread(account, request).id()).getFirst();
    var answer =
        parent
            .browser()
            .submit(
                path(request),
                path(request) + "/antwort",
                Map.of("frage", question.id().toString(), "antwort", "Anfang " + "x".repeat(5000)));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("zu lang", "Anfang xxx");
  }

  @Test
  void theReceiptIsADocumentToSave() {
    var request = story.sends(account, "umzug-melden", "personenmeldeamt");
    var receipt = parent.browser().get(path(request) + "/quittung.pdf");
    assertThat(receipt.status()).isEqualTo(200);
    assertThat(header(receipt, "content-type")).isEqualTo("application/pdf");
    assertThat(header(receipt, "content-disposition")).contains(request.reference().value());
    assertThat(receipt.body()).startsWith("%PDF-");
  }

  @Test
  void theStateIsSaidInPlainWordsInBothLanguages() {
    var request = story.sends(account, "umzug-melden", "personenmeldeamt");
    story.requestIs(request, RequestState.REJECTED, "Sie wohnen in einer anderen Stadt.");
    assertThat(page(path(request)))
        .contains("nicht angenommen", "Sie wohnen in einer anderen Stadt.");
    assertThat(parent.browser().get(path(request), "en").body()).contains("did not accept");
  }

  @Test
  void takingARequestBackIsAskedOnceMoreAndExplained() {
    var request = story.sends(account, "umzug-melden", "personenmeldeamt");
    var withdraw = path(request) + "/zurueckziehen";
    assertThat(page(path(request))).contains("href=\"" + withdraw + "\"");
    assertThat(page(withdraw))
        .contains("Personenmeldeamt", "nicht rückgängig machen", "neuen Antrag stellen");
    var tooLong = parent.browser().submit(withdraw, Map.of("bemerkung", "x".repeat(2001)));
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.body())
        .contains("Kürzen Sie ihn auf 2000 Zeichen", "xxx", "href=\"#bemerkung\"");

    story.requestIs(request, RequestState.DECIDED, "Bewilligt.");
    assertThat(page(path(request))).doesNotContain("zurueckziehen");
    assertThat(parent.browser().get(withdraw).location()).endsWith(path(request));
    assertThat(page(path(request))).contains("Zurückziehen geht nicht mehr");
  }

  @Test
  void theThreadSaysThatTheParentTookItBackAndWhatTheySaid() {
    var request = story.sends(account, "umzug-melden", "personenmeldeamt");
    story.conversation().withdrawn(story.in(request, RequestState.WITHDRAWN), "<b>Doch nicht</b>");
    assertThat(page(path(request)))
        .contains(
            "Zurückgezogen",
            "Sie haben Ihren Antrag zurückgezogen.",
            "&lt;b&gt;Doch nicht&lt;/b&gt;")
        .doesNotContain("zurueckziehen");
    assertThat(page("/mitteilungen")).contains("Zurückgezogen");
    assertThat(mailbox.mails(parent.email()))
        .extracting(Mailbox.Mail::subject)
        .noneMatch(subject -> subject.contains("Mitteilung"));
  }

  private String page(String path) {
    var answer = parent.browser().get(path, "de");
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.body();
  }

  private String path(RequestEnvelope request) {
    return "/mitteilungen/" + story.thread(account, request).id();
  }

  private static String header(Browser.Answer answer, String name) {
    return String.join(",", answer.headers().getOrDefault(name, List.of()));
  }
}
