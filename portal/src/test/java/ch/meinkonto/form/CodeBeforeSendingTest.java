package ch.meinkonto.form;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.activation.Activated;
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

/** A form whose service asks for a code by letter: asked where the login is asked for. */
class CodeBeforeSendingTest {

  private static final ServiceId CONFIRMATION = new ServiceId("wohnsitzbestaetigung");
  private static final String ACTIVATION =
      """
      reach: form
      activation:
        why: "Damit sicher ist, dass Sie dort wohnen."
        letter: "Der Code steht im Brief vom Amt."
      """;

  private static RunningPortal portal;

  private final AccountId anna = Residents.register("Anna", "Freischalt");

  @BeforeAll
  static void aCityThatAsksForACode() throws IOException {
    portal =
        CityOfTests.startWith(
            CONFIRMATION.value(), text -> text.replace("reach: form\n", ACTIVATION));
  }

  @AfterAll
  static void close() {
    portal.close();
  }

  @Test
  void theCheckPageLeadsToTheCodeAndBack() {
    var browser = Browser.sending(portal.address().getPort(), HeaderLogin.HEADER, anna.toString());
    var begun =
        browser.submit(
            "/dienste/" + CONFIRMATION, "/dienste/" + CONFIRMATION + "/antrag", Map.of());
    var draft = "/antrag/" + begun.location().split("/", -1)[2];

    assertThat(browser.get(draft + "/pruefen").body())
        .contains("Zum Senden brauchen Sie einen Code")
        .contains(
            "/konto/freischaltung/"
                + CONFIRMATION
                + "?weiter="
                + (draft + "/pruefen").replace("/", "%2F"))
        .doesNotContain("/senden\"");

    Activated.everywhere(portal, anna);
    assertThat(browser.get(draft + "/pruefen").body())
        .doesNotContain("Zum Senden brauchen Sie einen Code");
  }

  @Test
  void nothingIsSentUntilTheUnitKnowsHer() {
    var forms = portal.bean(Forms.class);
    var service = forms.find(CONFIRMATION).orElseThrow();
    var draft =
        portal
            .bean(Drafts.class)
            .begin(CONFIRMATION, SampleAnswers.of(service.form(), forms.now(), 3));

    assertThat(send(draft, service, Optional.empty()))
        .isEqualTo(new Sending.Outcome.NotYet(Missing.LOGIN));
    assertThat(send(draft, service, Optional.of(visitor())))
        .isEqualTo(new Sending.Outcome.NotYet(Missing.ACTIVATION));

    Activated.everywhere(portal, anna);
    assertThat(send(draft, service, Optional.of(visitor())))
        .isInstanceOf(Sending.Outcome.Unpaid.class);
  }

  private static Sending.Outcome send(Draft draft, ServiceForm service, Optional<Visitor> visitor) {
    return portal.bean(Sending.class).send(draft, service, Locale.GERMAN, visitor);
  }

  private Visitor visitor() {
    return new Visitor(
        anna.value(), "Anna Freischalt", false, CityOfTests.clock().instant(), false);
  }
}
