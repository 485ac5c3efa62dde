package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.catalogue.ServiceId;
import ch.meinkonto.platform.web.Visitor;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.CityOfTests;
import ch.meinkonto.testing.HeaderLogin;
import ch.meinkonto.testing.Residents;
import ch.meinkonto.testing.RunningPortal;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A form for companies only: who comes with a private account is told so, and keeps the draft. */
class AccountKindBeforeSendingTest {

  private static final ServiceId CONFIRMATION = new ServiceId("wohnsitzbestaetigung");
  private static final String PAGE = "/dienste/" + CONFIRMATION;

  private static RunningPortal portal;

  private final AccountId anna = Residents.register("Anna", "Firmlos");

  @BeforeAll
  static void aCityWithAServiceForCompanies() throws IOException {
    portal = CityOfTests.startWith(CONFIRMATION.value(), text -> text + "\naccount: business\n");
  }

  @AfterAll
  static void close() {
    portal.close();
  }

  @Test
  void theServicesPageSaysWhoseAccountItNeeds() {
    assertThat(new Browser(portal.address().getPort()).get(PAGE).body())
        .contains("nur mit dem Konto einer Firma oder Organisation")
        .contains("Sie brauchen das Konto Ihrer Firma oder Organisation")
        .doesNotContain("Sie sind mit einem privaten Konto angemeldet");
    assertThat(asAnna().get(PAGE).body())
        .contains("Sie sind mit einem privaten Konto angemeldet", "Ihre Angaben bleiben erhalten");
  }

  @Test
  void theCheckPageLeadsToTheOtherAccountAndBack() {
    var browser = asAnna();
    var draft = begin(browser);
    assertThat(browser.get(draft + "/pruefen").body())
        .contains("Senden kann nur eine Firma oder Organisation")
        .contains("action=\"/abmelden\"")
        .contains("name=\"weiter\" value=\"" + draft + "/pruefen\"")
        .doesNotContain("/senden\"");

    var loggedOut = new Browser(portal.address().getPort());
    assertThat(loggedOut.get(begin(loggedOut) + "/pruefen").body())
        .contains(
            "/registrieren?weiter=", "Wählen Sie beim Eröffnen «Für eine Firma oder Organisation»");
  }

  @Test
  void whoSendsNeverthelessIsLedBackAndKeepsTheDraft() {
    var browser = asAnna();
    var draft = begin(browser);
    var answer = browser.submit(PAGE, draft + "/senden", Map.of());
    assertThat(answer.location()).endsWith(draft + "/pruefen");
    assertThat(browser.get(draft + "/pruefen").status()).isEqualTo(200);
  }

  @Test
  void nothingIsSentUntilTheCompanyDoes() {
    var forms = portal.bean(Forms.class);
    var service = forms.find(CONFIRMATION).orElseThrow();
    var drafts = portal.bean(Drafts.class);
    var draft = drafts.begin(CONFIRMATION, SampleAnswers.of(service.form(), forms.now(), 3));

    assertThat(send(draft, service, false))
        .isEqualTo(new Sending.Outcome.NotYet(Missing.BUSINESS_ACCOUNT));
    assertThat(drafts.find(draft.id(), Optional.of(draft.key())))
        .isInstanceOf(Drafts.Found.Open.class);
    assertThat(send(draft, service, true)).isInstanceOf(Sending.Outcome.Unpaid.class);
  }

  private Browser asAnna() {
    return Browser.sending(portal.address().getPort(), HeaderLogin.HEADER, anna.toString());
  }

  private static String begin(Browser browser) {
    var begun = browser.submit(PAGE, PAGE + "/antrag", Map.of());
    return "/antrag/" + begun.location().split("/", -1)[2];
  }

  private Sending.Outcome send(Draft draft, ServiceForm service, boolean business) {
    var visitor = new Visitor(anna.value(), "Anna", business, CityOfTests.clock().instant(), false);
    return portal.bean(Sending.class).send(draft, service, Locale.GERMAN, Optional.of(visitor));
  }
}
