package ch.meinkonto.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.federation.TestProvider.Person;
import ch.meinkonto.platform.crypto.SigningKeys;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.PortalTest;
import ch.meinkonto.testing.Resident;
import ch.meinkonto.testing.TickingClock;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Maya has a federal login, too, and connects it with her account. */
@PortalTest
class OutsideLoginTest {

  private static final String DOOR = "/anmelden/mit/bundes-login";
  private static final String BACK = DOOR + "/zurueck";
  private static final String LOGINS = "/konto/logins";
  private static final String CONNECT = LOGINS + "/bundes-login/verbinden";
  private static final String ASKED = "/anmelden/bestaetigen?weiter=%2Fkonto%2Flogins";
  private static final String PASSWORD = "urn:bundes-login:loa:1";
  private static final String TWO_FACTORS = "urn:bundes-login:loa:2";
  private static final String PASSKEY = "urn:bundes-login:loa:3";
  private static final Pattern LINK = Pattern.compile(LOGINS + "/([-0-9a-f]{36})/trennen");

  private static final TestProvider PROVIDER = new TestProvider();

  @LocalServerPort int port;
  @Autowired Mailbox mailbox;
  @Autowired SigningKeys keys;
  @Autowired TickingClock clock;
  @Autowired JdbcClient jdbc;

  private Resident maya;
  private final String subject = UUID.randomUUID().toString();

  @DynamicPropertySource
  static void theProviderIsThere(DynamicPropertyRegistry registry) {
    registry.add("meinkonto.demo-port", PROVIDER::port);
  }

  @BeforeEach
  void mayaIsRegistered() {
    PROVIDER.knows(keys.published(), clock);
    PROVIDER.silent(false);
    PROVIDER.callsItself(PROVIDER.issuer());
    maya = Resident.named("Maya", "Keller", port);
    maya.register(mailbox);
  }

  @AfterAll
  static void end() {
    PROVIDER.close();
  }

  @Test
  void mayaConnectsItOnceAndGetsInByItAfterwards() {
    assertThat(maya.browser().get("/konto").body()).contains("href=\"" + LOGINS + "\"");
    connect(TWO_FACTORS);

    assertThat(maya.browser().get(LOGINS).body())
        .contains("Bundes-Login (Demo) ist jetzt mit Ihrem Konto verbunden", "Noch nie verwendet");
    mailbox.awaitMail(maya.email(), "Ein Login ist mit Ihrem Konto verbunden");
    assertThat(maya.browser().get("/datenprotokoll").body())
        .contains("Sie haben ein Login von anderswo verbunden");

    var elsewhere = new Browser(port);
    assertThat(elsewhere.get("/anmelden").body()).contains("Mit Bundes-Login (Demo) anmelden");
    assertThat(arrive(elsewhere, "/konto/name", TWO_FACTORS).location()).isEqualTo("/konto/name");
    assertThat(elsewhere.get("/konto").body()).contains("Maya Keller");
    assertThat(maya.browser().get(LOGINS).body()).contains("Zuletzt verwendet");
    assertThat(elsewhere.get("/konto/export").body()).contains("Bundes-Login (Demo)");
  }

  @Test
  void whatIsAskedThereIsWhatTheStandardsAskFor() {
    var asked = TestProvider.parameters(leave(new Browser(port), "/anmelden", DOOR));

    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("scope", "openid")
        .containsEntry("client_id", TestProvider.CLIENT)
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("acr_values", String.join(" ", PASSWORD, TWO_FACTORS, PASSKEY))
        .containsEntry("max_age", String.valueOf(OutsideRequests.LOGGED_IN.toSeconds()))
        .doesNotContainKey("prompt");
    assertThat(asked.get("redirect_uri")).endsWith(BACK);
    for (var random : new String[] {"state", "nonce", "code_challenge"}) {
      assertThat(asked.get(random)).hasSize(43);
    }
    assertThat(TestProvider.parameters(leave(maya.browser(), LOGINS, CONNECT)))
        .containsEntry("max_age", "0")
        .containsEntry("prompt", "login");
  }

  @Test
  void theProviderIsAskedForThePageInTheLanguageThatWasChosenHere() {
    var browser = Browser.sending(port, "Accept-Language", "fr");
    browser.get("/anmelden?sprache=en");
    assertThat(TestProvider.parameters(leave(browser, "/anmelden", DOOR)))
        .containsEntry("ui_locales", "en");
  }

  @Test
  void whoIsNotConnectedGetsInNowhereAndIsToldWhatToDo() {
    var stranger = new Browser(port);

    var answer = arrive(stranger, "/konto/name", TWO_FACTORS);

    assertThat(answer.location()).isEqualTo("/anmelden?weiter=%2Fkonto%2Fname");
    assertThat(stranger.get(answer.location()).body()).contains("noch mit keinem Konto verbunden");
    assertThat(stranger.get("/konto").status()).isEqualTo(302);
  }

  @Test
  void theSameAddressThereOpensNothingHere() {
    var answer =
        arrive(new Browser(port), claims -> claims.claim("email", maya.email()), TWO_FACTORS);
    assertThat(answer.location()).startsWith("/anmelden");
  }

  @Test
  void nothingOfWhoSheIsThereIsKept() {
    connect(TWO_FACTORS);
    assertThat(
            jdbc.sql("SELECT encode(subject, 'escape') || provider FROM federation_link")
                .query(String.class)
                .list())
        .noneMatch(row -> row.contains(subject));
  }

  @Test
  void whatSheProvedThereCountsAsMuchAsTheCitySays() {
    connect(TWO_FACTORS);
    var weak = new Browser(port);
    arrive(weak, "/konto", PASSWORD);
    assertThat(weak.get("/konto").status()).isEqualTo(200);
    assertThat(weak.get("/konto/zweiter-faktor?weiter=%2Fkonto%2Fname").location())
        .startsWith("/anmelden/bestaetigen");
    assertThat(weak.get(LOGINS).location()).isEqualTo(ASKED);

    var strong = new Browser(port);
    arrive(strong, "/konto", TWO_FACTORS);
    assertThat(strong.get("/konto/zweiter-faktor?weiter=%2Fkonto%2Fname").location())
        .isEqualTo("/konto/name");
    assertThat(strong.get(LOGINS).status()).isEqualTo(200);
  }

  @Test
  void sheConfirmsByItAndHasToLogInThereAnew() {
    connect(TWO_FACTORS);
    clock.tick(Duration.ofMinutes(11));
    assertThat(maya.browser().get(LOGINS).location()).isEqualTo(ASKED);
    assertThat(maya.browser().get(ASKED).body())
        .contains("Mit verbundenem Login bestätigen")
        .doesNotContain("name=\"password\"");
    var confirm = OutsidePages.CONFIRM + "?weiter=%2Fkonto%2Flogins";

    var address = leave(maya.browser(), ASKED, confirm);
    assertThat(TestProvider.parameters(address))
        .containsEntry("acr_values", TWO_FACTORS + " " + PASSKEY)
        .containsEntry("prompt", "login");
    var before = clock.instant().minusSeconds(600).getEpochSecond();
    var old =
        PROVIDER.logIn(
            address, new Person(subject, TWO_FACTORS), claims -> claims.claim("auth_time", before));
    assertThat(maya.browser().get(old).location()).isEqualTo(ASKED);
    assertThat(maya.browser().get(LOGINS).location()).isEqualTo(ASKED);

    address = leave(maya.browser(), ASKED, confirm);
    var weak = PROVIDER.logIn(address, new Person(subject, PASSWORD));
    var refused = maya.browser().get(weak);
    assertThat(maya.browser().get(refused.location()).body()).contains("nicht sicher genug");

    address = leave(maya.browser(), ASKED, confirm);
    assertThat(
            maya.browser()
                .get(PROVIDER.logIn(address, new Person(subject, TWO_FACTORS)))
                .location())
        .isEqualTo(LOGINS);
    assertThat(maya.browser().get(LOGINS).status()).isEqualTo(200);
  }

  @Test
  void ifItOnlyEverProvedAPasswordItIsNoSecondFactor() {
    connect(PASSWORD);
    clock.tick(Duration.ofMinutes(11));
    assertThat(maya.browser().get(ASKED).body()).contains("name=\"password\"");
    assertThat(maya.browser().submit(ASKED, OutsidePages.CONFIRM, Map.of()).location())
        .startsWith("/anmelden/bestaetigen");
  }

  @Test
  void connectingAsksForAFreshLoginOfTheAccountItself() {
    var token = maya.browser().token(LOGINS);
    clock.tick(Duration.ofMinutes(11));
    assertThat(maya.browser().get(LOGINS).location()).isEqualTo(ASKED);
    assertThat(maya.browser().post(CONNECT, token, Map.of()).location()).isEqualTo(ASKED);
    var stranger = new Browser(port);
    assertThat(stranger.submit("/anmelden", CONNECT, Map.of()).location()).startsWith("/anmelden");
  }

  @Test
  void anIdentityOpensOneAccountAndAnAccountHasOneOfAProvider() {
    connect(TWO_FACTORS);
    var urs = Resident.named("Urs", "Frei", port);
    urs.register(mailbox);
    var back =
        PROVIDER.logIn(leave(urs.browser(), LOGINS, CONNECT), new Person(subject, TWO_FACTORS));
    assertThat(urs.browser().get(back).location()).isEqualTo(LOGINS);
    assertThat(urs.browser().get(LOGINS).body()).contains("Dieses Login ist schon verbunden");

    var another =
        PROVIDER.logIn(leave(maya.browser(), LOGINS, CONNECT), new Person("zweite", TWO_FACTORS));
    maya.browser().get(another);
    assertThat(maya.browser().get(LOGINS).body()).contains("Dieses Login ist schon verbunden");
    assertThat(arrive(new Browser(port), "/konto", TWO_FACTORS).location()).isEqualTo("/konto");
  }

  @Test
  void mayaDisconnectsItAndNobodyElseDoes() {
    connect(TWO_FACTORS);
    var link = LINK.matcher(maya.browser().get(LOGINS).body());
    assertThat(link.find()).isTrue();
    var urs = Resident.named("Urs", "Frei", port);
    urs.register(mailbox);
    assertThat(urs.browser().submit(LOGINS, link.group(), Map.of()).status()).isEqualTo(404);

    assertThat(maya.browser().submit(LOGINS, link.group(), Map.of()).location()).isEqualTo(LOGINS);

    mailbox.awaitMail(maya.email(), "Ein verbundenes Login wurde getrennt");
    assertThat(arrive(new Browser(port), "/konto", TWO_FACTORS).location()).startsWith("/anmelden");
    assertThat(maya.browser().submit(LOGINS, link.group(), Map.of()).status()).isEqualTo(404);
  }

  @Test
  void itGoesWithTheAccount() {
    connect(PASSWORD);
    maya.browser().submit("/konto/schliessen", Map.of("password", maya.password()));
    assertThat(arrive(new Browser(port), "/konto", PASSWORD).location()).startsWith("/anmelden");
  }

  @Test
  void somebodyElseWhoIsLoggedInStaysWhoTheyAre() {
    connect(TWO_FACTORS);
    var urs = Resident.named("Urs", "Frei", port);
    urs.register(mailbox);
    var table = new Browser(port);
    var address = leave(table, "/anmelden", DOOR);
    urs.in(table).logIn();

    var answer = table.get(PROVIDER.logIn(address, new Person(subject, TWO_FACTORS)));

    assertThat(table.get(answer.location()).status()).isIn(200, 302);
    assertThat(table.get("/konto").body()).contains("Urs Frei").doesNotContain("Maya Keller");
  }

  @Test
  void anAnswerIsGoodOnceForTenMinutesInTheBrowserThatAsked() {
    connect(TWO_FACTORS);
    var browser = new Browser(port);
    var person = new Person(subject, TWO_FACTORS);

    var back = PROVIDER.logIn(leave(browser, "/anmelden", DOOR), person);
    assertThat(new Browser(port).get(back).location()).startsWith("/anmelden");

    back = PROVIDER.logIn(leave(browser, "/anmelden", DOOR), person);
    clock.tick(RequestCookie.LIFE);
    assertThat(browser.get(back).location()).startsWith("/anmelden");

    back = PROVIDER.logIn(leave(browser, "/anmelden", DOOR), person);
    assertThat(browser.get(back).location()).isEqualTo("/konto");
    var thief = new Browser(port);
    leave(thief, "/anmelden", DOOR);
    assertThat(thief.get(back).location()).startsWith("/anmelden");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        claim("the nonce of another request", claims -> claims.claim("nonce", "x".repeat(43))),
        claim("no nonce", claims -> claims.claim("nonce", null)),
        claim("for another client", claims -> claims.audience("jemand-anders")),
        claim("of another issuer", claims -> claims.issuer("https://boese.example")),
        claim("too old", claims -> claims.claim("exp", 1_000_000)),
        claim("no subject", claims -> claims.subject(null)),
        claim("no time of login", claims -> claims.claim("auth_time", null)),
        claim("logged in yesterday", claims -> claims.claim("auth_time", 1_000_000)),
        claim("logged in tomorrow", claims -> claims.claim("auth_time", 9_999_999_999L)),
        claim("a class that nobody named", claims -> claims.claim("acr", "urn:x")),
        claim("no class", claims -> claims.claim("acr", null)));
  }

  private static Arguments claim(String what, UnaryOperator<JWTClaimsSet.Builder> claims) {
    return Arguments.of(what, claims);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void aTokenThatIsNotQuiteRightOpensNothing(
      String what, UnaryOperator<JWTClaimsSet.Builder> otherwise) {
    connect(TWO_FACTORS);
    var browser = new Browser(port);
    var answer = arrive(browser, otherwise, TWO_FACTORS);
    assertThat(answer.location()).as(what).isEqualTo("/anmelden");
    assertThat(browser.get("/konto").status()).isEqualTo(302);
  }

  @Test
  void aTokenThatSomebodyElseSignedOpensNothing() {
    connect(TWO_FACTORS);
    var browser = new Browser(port);
    var back =
        PROVIDER.logIn(
            leave(browser, "/anmelden", DOOR),
            new Person(subject, TWO_FACTORS),
            claims -> claims,
            TestProvider.key());
    assertThat(browser.get(back).location()).isEqualTo("/anmelden");
  }

  @Test
  void anAnswerOfAnotherIssuerOrStateIsNotEvenExchanged() {
    connect(TWO_FACTORS);
    for (var change : new String[] {"iss=[^&]*", "state=[^&]*"}) {
      var browser = new Browser(port);
      var back =
          PROVIDER.logIn(leave(browser, "/anmelden", DOOR), new Person(subject, TWO_FACTORS));
      var wrong = back.replaceFirst(change, change.substring(0, change.indexOf('=')) + "=x");
      assertThat(browser.get(wrong).location()).isEqualTo("/anmelden");
      var missing = back.replaceFirst("&" + change, "");
      leave(browser, "/anmelden", DOOR);
      assertThat(browser.get(missing).location()).isEqualTo("/anmelden");
    }
  }

  @Test
  void whoCancelsThereIsBackWhereTheyWere() {
    var browser = new Browser(port);
    var address =
        leave(browser, "/anmelden?weiter=%2Fkonto%2Fname", DOOR + "?weiter=%2Fkonto%2Fname");
    var answer = browser.get(PROVIDER.refuse(address, "access_denied"));
    assertThat(answer.location()).isEqualTo("/anmelden?weiter=%2Fkonto%2Fname");
    assertThat(browser.get(answer.location()).body()).contains("abgebrochen");
  }

  @Test
  void aProviderThatDoesNotAnswerLeavesTheOtherWays() {
    connect(TWO_FACTORS);
    var browser = new Browser(port);
    var back = PROVIDER.logIn(leave(browser, "/anmelden", DOOR), new Person(subject, TWO_FACTORS));
    PROVIDER.silent(true);
    assertThat(browser.get(browser.get(back).location()).body()).contains("antwortet gerade nicht");

    clock.tick(Connections.KNOWN.plusSeconds(1));
    var answer = browser.submit("/anmelden", DOOR, Map.of());
    assertThat(answer.location()).isEqualTo("/anmelden");
    assertThat(browser.get("/anmelden").body()).contains("antwortet gerade nicht");
    assertThat(maya.in(browser).logIn().location()).isEqualTo("/konto");
  }

  @Test
  void aProviderThatCallsItselfOtherwiseIsNotAsked() {
    PROVIDER.callsItself("https://boese.example");
    clock.tick(Connections.KNOWN.plusSeconds(1));
    var browser = new Browser(port);
    assertThat(browser.submit("/anmelden", DOOR, Map.of()).location()).isEqualTo("/anmelden");
    assertThat(browser.get("/anmelden").body()).contains("antwortet gerade nicht");
  }

  @Test
  void aProviderThatTheCityDoesNotNameDoesNotExist() {
    var browser = new Browser(port);
    assertThat(browser.submit("/anmelden", "/anmelden/mit/anderes", Map.of()).status())
        .isEqualTo(404);
    assertThat(browser.get("/anmelden/mit/anderes/zurueck?code=x").status()).isEqualTo(404);
  }

  private void connect(String acr) {
    var back = PROVIDER.logIn(leave(maya.browser(), LOGINS, CONNECT), new Person(subject, acr));
    assertThat(maya.browser().get(back).location()).isEqualTo(LOGINS);
  }

  private Browser.Answer arrive(Browser browser, String goOn, String acr) {
    var door = DOOR + "?weiter=" + goOn.replace("/", "%2F");
    return browser.get(PROVIDER.logIn(leave(browser, "/anmelden", door), new Person(subject, acr)));
  }

  private Browser.Answer arrive(
      Browser browser, UnaryOperator<JWTClaimsSet.Builder> otherwise, String acr) {
    return browser.get(
        PROVIDER.logIn(leave(browser, "/anmelden", DOOR), new Person(subject, acr), otherwise));
  }

  /** Presses the button; returns where the page in between goes on to. */
  private static String leave(Browser browser, String page, String door) {
    var answer = browser.submit(page, door, Map.of());
    assertThat(answer.status()).isEqualTo(200);
    var refresh = Objects.requireNonNull(answer.headers().get("refresh")).getFirst();
    assertThat(refresh).startsWith("0; url=" + PROVIDER.issuer() + "/authorize?");
    return refresh.substring("0; url=".length());
  }
}
