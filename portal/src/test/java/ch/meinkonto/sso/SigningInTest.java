package ch.meinkonto.sso;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.activation.Activated;
import ch.meinkonto.testing.Browser;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Resident;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Maya signs in at units' applications with her account. */
class SigningInTest {

  private final RelyingParty school = new RelyingParty("schulportal", "schulamt");
  private final RelyingParty music = new RelyingParty("musikschule-online", "musikschule");
  private final RelyingParty taxes = new RelyingParty("steuerkonto", "steueramt");
  private final RelyingParty energy = new RelyingParty("energiecockpit", "ewz");

  private Resident maya;

  @BeforeEach
  void mayaIsRegistered() {
    maya = Resident.named("Maya", "Keller", LongTime.portal().address().getPort());
    maya.register(new Mailbox());
    Activated.everywhere(LongTime.portal(), maya.email());
  }

  @Test
  void aServiceLeadsIntoItsApplicationWhichBeginsToSignIn() {
    var stranger = new Browser(LongTime.portal().address().getPort());
    var page = stranger.get("/dienste/steuern-verwalten").body();
    assertThat(page).contains("href=\"/sso/oeffnen/steuerkonto\"", "Anmelden und öffnen");

    assertThat(stranger.get("/sso/oeffnen/steuerkonto").location())
        .matches("http://localhost:\\d+/anwendungen/steuerkonto/anmelden\\?iss=http%3A%2F%2F.*");
    assertThat(stranger.get("/sso/oeffnen/schulportal").status()).isEqualTo(404);
    assertThat(stranger.get("/sso/oeffnen/gibt-es-nicht").status()).isEqualTo(404);
  }

  @Test
  void mayaAgreesAndTheSchoolKnowsHer() {
    var asked =
        RelyingParty.follow(
            maya.browser(), RelyingParty.address(school.request("openid profile email")));
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.body())
        .contains("Bei «Schulportal» anmelden", "Schulamt", "Ihre E-Mail-Adresse", "Wofür:")
        .doesNotContain("Ihre Telefonnummer", maya.email());

    var sent = school.sent(RelyingParty.agree(maya.browser(), asked, "yes"));
    assertThat(sent)
        .containsEntry("state", "s & t=1")
        .containsEntry("iss", RelyingParty.issuer().toString());
    var tokens = RelyingParty.tokens(school.exchange(RelyingParty.codeOf(sent)));
    var claims = school.verified(tokens);
    assertThat(claims.getSubject().getValue()).hasSize(22);
    assertThat(claims.getACR().getValue()).isEqualTo("urn:mein-konto:acr:login");
    assertThat(claims.getAMR()).extracting(Object::toString).containsExactly("pwd");
    assertThat(claims.getAuthenticationTime()).isNotNull();
    assertThat(claims.getStringClaim("email")).isNull();

    var info = school.userInfo(tokens).toSuccessResponse().getUserInfo();
    assertThat(info.getSubject()).isEqualTo(claims.getSubject());
    assertThat(info.getName()).isEqualTo("Maya Keller");
    assertThat(info.getEmailAddress()).isEqualTo(maya.email());
    assertThat(info.getEmailVerified()).isTrue();
    assertThat(info.getPhoneNumber()).isNull();
  }

  @Test
  void theSecondTimeNobodyAsks() {
    school.signIn(maya.browser(), school.request("openid profile"));

    var again = maya.browser().get(RelyingParty.address(school.request("openid profile")));

    assertThat(again.status()).isEqualTo(303);
    assertThat(school.sent(again)).containsKey("code");
    var more =
        RelyingParty.follow(
            maya.browser(), RelyingParty.address(school.request("openid profile phone")));
    assertThat(more.body()).contains("Ihre Telefonnummer");
  }

  @Test
  void whoIsNotLoggedInLogsInFirstAndComesBack() {
    var elsewhere = maya.in(new Browser(LongTime.portal().address().getPort()));
    var page = elsewhere.browser().get(RelyingParty.address(school.request("openid")));
    assertThat(page.location()).startsWith("/anmelden?weiter=%2Fsso%2Fauthorize");

    var loggedIn =
        elsewhere
            .browser()
            .submit(page.location(), Map.of("email", maya.email(), "password", maya.password()));
    var consent = RelyingParty.follow(elsewhere.browser(), loggedIn.location());

    assertThat(school.sent(RelyingParty.agree(elsewhere.browser(), consent, "yes")))
        .containsKey("code");
  }

  @Test
  void whomTheApplicationExpectsNeedsNotTypeTheirAddress() {
    var request = school.request("openid");
    request.put("login_hint", " " + maya.email().toUpperCase(java.util.Locale.ROOT));
    for (var way : List.of(request, school.pushed(request))) {
      var stranger = new Browser(LongTime.portal().address().getPort());
      var login = stranger.get(RelyingParty.address(way)).location();
      assertThat(login).startsWith("/anmelden?weiter=").doesNotContainIgnoringCase("example");
      assertThat(stranger.get(login).body()).contains("value=\"" + maya.email() + "\"");
      assertThat(stranger.get(login.replace("/anmelden?", "/anmelden/access?")).body())
          .contains("value=\"" + maya.email() + "\"");
    }
    for (var nobody : List.of("Maya", "\"><b>@example.org", "x".repeat(1_000) + "@example.org")) {
      request.put("login_hint", nobody);
      var stranger = new Browser(LongTime.portal().address().getPort());
      assertThat(RelyingParty.follow(stranger, RelyingParty.address(request)).body())
          .contains("name=\"email\"")
          .doesNotContain("Maya", "><b>@", "xxx");
    }
  }

  @Test
  void mayaDeclines() {
    var page =
        RelyingParty.follow(maya.browser(), RelyingParty.address(school.request("openid email")));

    var sent = school.sent(RelyingParty.agree(maya.browser(), page, "no"));

    assertThat(sent).containsEntry("error", "access_denied").doesNotContainKey("code");
  }

  @Test
  void twoUnitsKnowHerUnderDifferentNamesAndOneUnderTheSame() {
    var atSchool =
        school.verified(school.signIn(maya.browser(), school.request("openid"))).getSubject();
    var atMusic =
        music.verified(music.signIn(maya.browser(), music.request("openid"))).getSubject();
    var again =
        school.verified(school.signIn(maya.browser(), school.request("openid"))).getSubject();

    assertThat(atMusic).isNotEqualTo(atSchool);
    assertThat(again).isEqualTo(atSchool);
  }

  @Test
  void withoutASessionASilentRequestIsToldSo() {
    var request = school.request("openid");
    request.put("prompt", "none");

    var stranger = new Browser(LongTime.portal().address().getPort());
    assertThat(school.sent(stranger.get(RelyingParty.address(request))))
        .containsEntry("error", "login_required");
    assertThat(school.sent(maya.browser().get(RelyingParty.address(request))))
        .containsEntry("error", "consent_required");

    school.signIn(maya.browser(), school.request("openid"));
    assertThat(school.sent(maya.browser().get(RelyingParty.address(request)))).containsKey("code");
  }

  @Test
  void anApplicationMayAskForAFreshProof() {
    school.signIn(maya.browser(), school.request("openid"));
    for (var wish : List.of(Map.of("prompt", "login"), Map.of("max_age", "0"))) {
      LongTime.clock().tick(java.time.Duration.ofSeconds(5));
      var request = school.request("openid");
      request.putAll(wish);

      var page = maya.browser().get(RelyingParty.address(request));
      assertThat(page.location()).startsWith("/anmelden/bestaetigen?weiter=");
      var confirmed = maya.browser().submit(page.location(), Map.of("password", maya.password()));
      var code = school.sent(RelyingParty.follow(maya.browser(), confirmed.location()));

      var claims = school.verified(RelyingParty.tokens(school.exchange(RelyingParty.codeOf(code))));
      assertThat(claims.getAuthenticationTime().toInstant())
          .isAfter(LongTime.clock().instant().minusSeconds(4));
    }
    LongTime.clock().tick(java.time.Duration.ofSeconds(5));
    var silent = school.request("openid");
    silent.putAll(Map.of("max_age", "2", "prompt", "none"));
    assertThat(school.sent(maya.browser().get(RelyingParty.address(silent))))
        .containsEntry("error", "login_required");
  }

  @Test
  void promptConsentAsksAgain() {
    school.signIn(maya.browser(), school.request("openid"));
    var request = school.request("openid");
    request.put("prompt", "consent");

    var page = RelyingParty.follow(maya.browser(), RelyingParty.address(request));

    assertThat(page.body()).contains("Einverstanden");
    assertThat(school.sent(RelyingParty.agree(maya.browser(), page, "yes"))).containsKey("code");
  }

  @Test
  void whatAsksTwoFactorsSaysHowToGetThem() {
    var page =
        RelyingParty.follow(
            maya.browser(), RelyingParty.address(taxes.pushed(taxes.request("openid"))));
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.body())
        .contains("zweiten Faktor", "Steuerkonto", "href=\"/konto/passkeys\"")
        .contains("error=unmet_authentication_requirements");

    var silent = taxes.request("openid");
    silent.put("prompt", "none");
    assertThat(taxes.sent(maya.browser().get(RelyingParty.address(taxes.pushed(silent)))))
        .containsEntry("error", "interaction_required");
  }

  @Test
  void aLevelThatIsOnlyWishedIsNoHindranceAndOneInsistedOnIs() {
    var wished = school.request("openid");
    wished.put("acr_values", "phr urn:mein-konto:acr:login");
    var claims = school.verified(school.signIn(maya.browser(), wished));
    assertThat(claims.getACR().getValue()).isEqualTo("urn:mein-konto:acr:login");

    var insisted = school.request("openid");
    insisted.put("prompt", "none");
    insisted.put(
        "claims", "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"urn:else:where\"]}}}");
    assertThat(school.sent(maya.browser().get(RelyingParty.address(insisted))))
        .containsEntry("error", "unmet_authentication_requirements");
  }

  @Test
  void singleClaimsGoWhereTheyAreAskedFor() {
    var request = school.request("openid");
    request.put(
        "claims",
        "{\"id_token\":{\"email\":null},\"userinfo\":{\"given_name\":{\"essential\":true},\"birthdate\":null}}");
    var page = RelyingParty.follow(maya.browser(), RelyingParty.address(request));
    assertThat(page.body()).contains("Ihren Namen", "Ihre E-Mail-Adresse");

    var tokens = school.signIn(maya.browser(), request);

    assertThat(school.verified(tokens).getStringClaim("email")).isEqualTo(maya.email());
    var info = school.userInfo(tokens).toSuccessResponse().getUserInfo();
    assertThat(info.getGivenName()).isEqualTo("Maya");
    assertThat(info.getEmailAddress()).isNull();
    assertThat(info.getFamilyName()).isNull();
  }

  @Test
  void anIdTokenOfSomebodyElseIsNoHintOfMaya() {
    var urs = Resident.named("Urs", "Gerber", LongTime.portal().address().getPort());
    urs.register(new Mailbox());
    var ofUrs = school.signIn(urs.browser(), school.request("openid")).getIDTokenString();
    var ofMaya = school.signIn(maya.browser(), school.request("openid")).getIDTokenString();

    var request = school.request("openid");
    request.put("id_token_hint", ofUrs);
    assertThat(school.sent(maya.browser().get(RelyingParty.address(request))))
        .containsEntry("error", "login_required");
    request.put("id_token_hint", ofMaya);
    assertThat(school.sent(maya.browser().get(RelyingParty.address(request)))).containsKey("code");
  }

  @Test
  void whoAgreedToItIsServedWhileAway() {
    var tokens = energy.signIn(maya.browser(), energy.request("openid profile offline_access"));
    var refresh = tokens.getRefreshToken();
    assertThat(refresh).isNotNull();
    maya.browser().submit("/konto", "/abmelden", Map.of());
    assertThat(energy.userInfo(tokens).indicatesSuccess()).isFalse();

    var later = RelyingParty.tokens(energy.refresh(refresh));

    assertThat(energy.userInfo(later).toSuccessResponse().getUserInfo().getName())
        .isEqualTo("Maya Keller");
    assertThat(school.refresh(refresh).toErrorResponse().getErrorObject().getCode())
        .isEqualTo("invalid_grant");
    assertThat(energy.userInfo(later).indicatesSuccess()).isTrue();
  }

  @Test
  void withoutThatScopeThereIsNoRefreshToken() {
    assertThat(energy.signIn(maya.browser(), energy.request("openid")).getRefreshToken()).isNull();
  }

  @Test
  void mayaSeesWhereSheSignsInAndTakesItBack() {
    var tokens = school.signIn(maya.browser(), school.request("openid profile"));
    assertThat(maya.browser().get("/konto/anwendungen").body())
        .contains("Schulportal", "Schulamt", "Ihren Namen");
    assertThat(maya.browser().get("/konto/export").body()).contains("Schulportal");

    maya.browser().submit("/konto/anwendungen", "/konto/anwendungen/schulportal/trennen", Map.of());

    assertThat(school.userInfo(tokens).indicatesSuccess()).isFalse();
    assertThat(maya.browser().get("/konto/anwendungen").body())
        .contains("Verbindung ist aufgehoben")
        .doesNotContain("Schulportal");
    assertThat(maya.browser().get("/datenprotokoll").body())
        .contains(
            "Sie waren einverstanden, dass Schulamt für «Schulportal»",
            "Sie haben sich bei «Schulportal» angemeldet (Schulamt).",
            "Sie haben die Verbindung mit «Schulportal» aufgehoben (Schulamt).");
    assertThat(
            RelyingParty.follow(
                    maya.browser(), RelyingParty.address(school.request("openid profile")))
                .body())
        .contains("Einverstanden");
  }

  @Test
  void ofAClosedAccountNothingIsLeft() {
    var tokens = energy.signIn(maya.browser(), energy.request("openid profile offline_access"));
    var rows = LongTime.rows("sso_consent");

    maya.browser().submit("/konto/schliessen", Map.of("password", maya.password()));

    assertThat(energy.userInfo(tokens).indicatesSuccess()).isFalse();
    assertThat(energy.refresh(tokens.getRefreshToken()).indicatesSuccess()).isFalse();
    assertThat(LongTime.rows("sso_consent")).isEqualTo(rows - 1);
  }

  @Test
  void aRequestMayBePushedAhead() {
    var pushed = RelyingParty.address(school.pushed(school.request("openid")));

    var page = RelyingParty.follow(maya.browser(), pushed);
    var code = RelyingParty.codeOf(school.sent(RelyingParty.agree(maya.browser(), page, "yes")));

    assertThat(school.exchange(code).indicatesSuccess()).isTrue();
    assertThat(maya.browser().get(pushed).status()).isEqualTo(410);
  }
}
