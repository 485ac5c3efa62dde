package ch.meinkonto.sso;

import static org.assertj.core.api.Assertions.assertThat;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.account.Accounts;
import ch.meinkonto.account.EmailAddress;
import ch.meinkonto.activation.Activated;
import ch.meinkonto.login.ProvenLogin;
import ch.meinkonto.testing.LongTime;
import ch.meinkonto.testing.Mailbox;
import ch.meinkonto.testing.Resident;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes next for somebody who proved themselves strongly. */
class DecisionsTest {

  private final RelyingParty taxes = new RelyingParty("steuerkonto", "steueramt");
  private final Decisions decisions = LongTime.bean(Decisions.class);

  private AccountId maya;

  @BeforeEach
  void mayaIsRegistered() {
    var resident = Resident.named("Maya", "Keller", LongTime.portal().address().getPort());
    resident.register(new Mailbox());
    maya =
        LongTime.bean(Accounts.class)
            .byEmail(EmailAddress.parse(resident.email()).orElseThrow())
            .orElseThrow();
    Activated.everywhere(LongTime.portal(), maya);
  }

  @Test
  void aPasskeyOpensWhatAsksTwoFactorsAndTheTokenSaysSo() {
    var request = request("");
    assertThat(decisions.decide(request, byPasskey())).isInstanceOf(Decision.AskConsent.class);

    LongTime.bean(Consents.class).give(maya, request.application(), request.details());
    assertThat(decisions.decide(request, byPasskey()))
        .isEqualTo(new Decision.Grant(Acr.PHISHING_RESISTANT));
    assertThat(decisions.decide(request("urn:mein-konto:acr:two-factors"), byPasskey()))
        .isEqualTo(new Decision.Grant(Acr.TWO_FACTORS));

    var code =
        LongTime.bean(Granting.class)
            .grant(request, byPasskey(), Acr.PHISHING_RESISTANT, "s1", null)
            .orElseThrow();
    var claims = taxes.verified(RelyingParty.tokens(taxes.exchange(code)));
    assertThat(claims.getACR().getValue()).isEqualTo("phr");
    assertThat(claims.getAMR()).extracting(Object::toString).containsExactly("pop", "user", "mfa");
    assertThat(claims.getStringClaim("sid")).isEqualTo("s1");
  }

  @Test
  void whoHasNoSecondFactorCannotReachIt() {
    var login = new ProvenLogin(maya, LongTime.clock().instant(), List.of("pwd"), false, false);
    assertThat(decisions.decide(request(""), login)).isInstanceOf(Decision.OutOfReach.class);
    assertThat(decisions.decide(request(""), null)).isInstanceOf(Decision.LogIn.class);
  }

  private AuthorizationRequest request(String levels) {
    var parameters = taxes.request("openid profile");
    parameters.put("acr_values", levels);
    return switch (LongTime.bean(AuthorizationRequests.class)
        .read(parameters, LongTime.clock().instant())) {
      case AuthorizationRequests.Reading.Understood(var request) -> request;
      case AuthorizationRequests.Reading.Refused refused -> throw new AssertionError(refused);
      case AuthorizationRequests.Reading.Unanswerable refused -> throw new AssertionError(refused);
    };
  }

  private ProvenLogin byPasskey() {
    return new ProvenLogin(
        maya, LongTime.clock().instant(), List.of("pop", "user", "mfa"), true, true);
  }
}
