package ch.meinkonto.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.account.PostalAddress;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Letterboxes;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Phones;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.TickingClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Maya has lost her phone and her recovery codes: a letter helps. */
@PortalTest
class RecoveryLetterTest {

  private static final String PAGE = "/konto-wiederherstellen";
  private static final String CODE_PAGE = PAGE + "/code";
  private static final String LETTER = PAGE + "/brief";
  private static final String SUBJECT = "Code zum Wiederherstellen";
  private static final String NEW = "lampe regen donnerstag";

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired Letterboxes letterboxes;
  @Autowired Phones phones;
  @Autowired Accounts accounts;
  @Autowired SecondFactors factors;
  @Autowired IssuedCodes codes;
  @Autowired SmsNumbers numbers;
  @Autowired TickingClock clock;
  @Autowired JdbcClient jdbc;

  private final String family = "Keller-" + UUID.randomUUID().toString().substring(0, 8);
  private final String name = "Maya " + family;
  private Resident maya;
  private AccountId account;
  private Browser elsewhere;

  @BeforeEach
  void mayaHasAnAppAndAnAddress() {
    maya = Resident.named("Maya", family, port);
    maya.register(mailbox);
    account = accounts.byEmail(EmailAddress.parse(maya.email()).orElseThrow()).orElseThrow();
    livesAt("Seestrasse");
    AuthenticatorApp.setUp(maya.browser(), clock);
    clock.tick(Recoveries.NEW_ADDRESS_WAITS);
    elsewhere = new Browser(port);
  }

  @Test
  void theCodeComesToHerLetterboxAndWithTheMailedOneSheHasHerAccountBack() throws IOException {
    assertThat(elsewhere.get(PAGE).body()).contains("per Brief", "an den Schalter");
    var answer = order(elsewhere);
    assertThat(answer.location()).isEqualTo(PAGE);
    assertThat(elsewhere.get(PAGE).body()).contains("Der Brief ist bestellt");

    var letter = letterboxes.await(name, 1);
    assertThat(letter.street()).isEqualTo("Seestrasse 1");
    assertThat(letter.postcode() + " " + letter.town()).isEqualTo("8002 Zürich");
    try (var pdf = Loader.loadPDF(letter.pdf())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains(name, "Seestrasse 1", "8002 Zürich", letter.code());
    }
    mailbox.awaitMail(maya.email(), "Ein Brief mit einem Code ist unterwegs");

    clock.tick(Duration.ofDays(3));
    var recovered = recover(elsewhere, begin(elsewhere), letter.code().toLowerCase(Locale.ROOT));
    assertThat(elsewhere.get(recovered.location()).body()).contains("ist wiederhergestellt");
    assertThat(factors.of(account)).isEqualTo(new OwnFactors(false, false, List.of(), 0));
    assertThat(elsewhere.get("/datenprotokoll").body()).contains("einen Brief mit einem Code");
    assertThat(recover(elsewhere, begin(elsewhere), letter.code()).status()).isEqualTo(422);
  }

  @Test
  void itCountsForThreeWeeksAndOnlyTheNewestOne() {
    order(elsewhere);
    var first = letterboxes.await(name, 1).code();
    order(elsewhere);
    var second = letterboxes.await(name, 2).code();
    assertThat(recover(elsewhere, begin(elsewhere), first).body()).contains("gilt nicht");

    clock.tick(IssuedCodes.BY_LETTER);
    assertThat(recover(elsewhere, begin(elsewhere), second).body()).contains("gilt nicht");
    codes.eraseOld();
    assertThat(rows()).isZero();
  }

  @Test
  void anAddressThatIsNewGetsNone() {
    livesAt("Bahnhofstrasse");
    var refused = order(elsewhere);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("vor Kurzem geändert", "an den Schalter");
    clock.tick(Recoveries.NEW_ADDRESS_WAITS.minusHours(1));
    assertThat(order(elsewhere).status()).isEqualTo(422);
    clock.tick(Duration.ofHours(2));
    assertThat(order(elsewhere).location()).isEqualTo(PAGE);
    assertThat(letterboxes.await(name, 1).street()).isEqualTo("Bahnhofstrasse 1");
  }

  @Test
  void theSameAddressSavedAgainDoesNotWait() {
    livesAt("Seestrasse");
    assertThat(order(elsewhere).location()).isEqualTo(PAGE);
  }

  @Test
  void withoutAnAddressThereIsTheCounter() {
    accounts.changeContact(account, null, null);
    clock.tick(Recoveries.NEW_ADDRESS_WAITS);
    assertThat(order(elsewhere).body()).contains("keine Postadresse", "an den Schalter");
  }

  @Test
  void whoHasNoSecondFactorNeedsNone() {
    factors.removeAll(account);
    assertThat(order(elsewhere).body()).contains("Sie brauchen keinen Brief");
    assertThat(letterboxes.letters(name)).isEmpty();
  }

  @Test
  void onlyWhoReadsTheMailOrdersOne() {
    begin(elsewhere);
    assertThat(letter(elsewhere, "00000000").body()).contains("Der Code stimmt nicht");
    assertThat(letter(elsewhere, "").status()).isEqualTo(422);
    var stranger = new Browser(port);
    assertThat(stranger.submit(PAGE, LETTER, Map.of("code", "12345678")).body())
        .doesNotContain(maya.email());
    assertThat(letterboxes.letters(name)).isEmpty();
    assertThat(rows()).isZero();
  }

  @Test
  void anAddressThatNobodyHasGetsTheSamePage() {
    var nobody = new Browser(port);
    begin(elsewhere);
    nobody.submit(PAGE, Map.of("email", "niemand." + family + "@example.org"));
    assertThat(neutral(letter(nobody, "12345678")))
        .isEqualTo(neutral(letter(elsewhere, "12345678")));
  }

  @Test
  void twoLettersAreEnough() {
    order(elsewhere);
    order(elsewhere);
    assertThat(order(elsewhere).body()).contains("schon zwei Briefe");
    clock.tick(Duration.ofDays(8));
    assertThat(order(elsewhere).location()).isEqualTo(PAGE);
  }

  @Test
  void theLetterAloneRecoversNothing() {
    order(elsewhere);
    var code = letterboxes.await(name, 1).code();
    begin(elsewhere);
    assertThat(recover(elsewhere, "00000000", code).status()).isEqualTo(422);
    assertThat(recover(elsewhere, "", code).status()).isEqualTo(422);
    assertThat(factors.any(account)).isTrue();
  }

  @Test
  void herPhoneIsToldToo() {
    var phone = phones.newNumber();
    numbers.put(account, new MobileNumber(phone));
    order(elsewhere);
    assertThat(phones.awaitMessages(phone, 1).getLast().text())
        .contains("Jemand stellt Ihr Konto wieder her");
  }

  @Test
  void itGoesWithTheAccount() {
    order(elsewhere);
    accounts.close(account);
    assertThat(rows()).isZero();
  }

  private void livesAt(String street) {
    accounts.changeContact(
        account, null, new PostalAddress(street, "1", null, "8002", "Zürich", "CH"));
  }

  private Browser.Answer order(Browser browser) {
    return letter(browser, begin(browser));
  }

  private Browser.Answer letter(Browser browser, String mailed) {
    return browser.submit(CODE_PAGE, LETTER, Map.of("code", mailed));
  }

  private String begin(Browser browser) {
    clock.tick(Duration.ofMinutes(13)); // or there would be too many mails in an hour
    var before = mails();
    assertThat(browser.submit(PAGE, Map.of("email", maya.email())).location()).isEqualTo(CODE_PAGE);
    await().until(() -> mails() > before);
    return mailbox.awaitCode(maya.email(), SUBJECT);
  }

  private long mails() {
    return mailbox.mails(maya.email()).stream()
        .filter(mail -> mail.subject().contains(SUBJECT))
        .count();
  }

  private static Browser.Answer recover(Browser browser, String mailed, String kept) {
    return browser.submit(CODE_PAGE, Map.of("code", mailed, "recovery", kept, "password", NEW));
  }

  private static String neutral(Browser.Answer answer) {
    return answer.status() + answer.body().replaceAll("[\\w.-]+@example.org|value=\"[^\"]+\"", "");
  }

  private int rows() {
    return jdbc.sql("SELECT count(*) FROM login_issued_code WHERE account_id = ?")
        .param(account.value())
        .query(Integer.class)
        .single();
  }
}
