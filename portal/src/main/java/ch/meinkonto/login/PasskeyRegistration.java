package ch.meinkonto.login;

import static ch.meinkonto.login.RelyingParty.encoded;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.AccountId;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.util.exception.WebAuthnException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Making a passkey (W3C Web Authentication, Level 3, section 7.1). It lies on the device and knows
 * its account, so nobody types an address; it is unlocked by its owner each time; where it comes
 * from is not asked (no attestation).
 */
@Component
class PasskeyRegistration {

  private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
      List.of(
          COSEAlgorithmIdentifier.EdDSA,
          COSEAlgorithmIdentifier.ES256,
          COSEAlgorithmIdentifier.RS256);

  private static final List<PublicKeyCredentialParameters> PARAMETERS =
      ALGORITHMS.stream()
          .map(one -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, one))
          .toList();

  private final WebAuthnManager webAuthn;
  private final RelyingParty portal;
  private final PasskeyChallenges challenges;
  private final Passkeys passkeys;

  PasskeyRegistration(
      WebAuthnManager webAuthn,
      RelyingParty portal,
      PasskeyChallenges challenges,
      Passkeys passkeys) {
    this.webAuthn = webAuthn;
    this.portal = portal;
    this.challenges = challenges;
    this.passkeys = passkeys;
  }

  /**
   * What the browser needs to make a passkey: {@code PublicKeyCredentialCreationOptionsJSON}.
   *
   * @param browser its token; no other browser can answer
   */
  Map<String, Object> options(Account account, String cityName, String browser) {
    return Map.of(
        "rp", Map.of("id", portal.id(), "name", cityName),
        "user",
            Map.of(
                "id", encoded(portal.handle(account.id())),
                "name", account.email().value(),
                "displayName", account.name().full()),
        "challenge", encoded(challenges.next(purpose(account.id(), browser))),
        "pubKeyCredParams",
            ALGORITHMS.stream()
                .map(one -> Map.of("type", "public-key", "alg", one.getValue()))
                .toList(),
        "timeout", PasskeyChallenges.VALID.toMillis(),
        "attestation", "none",
        "authenticatorSelection",
            Map.of(
                "residentKey", "required",
                "requireResidentKey", true,
                "userVerification", "required"),
        "excludeCredentials", passkeys.descriptors(account.id()));
  }

  /**
   * Keeps a passkey that was made; false when the answer proves nothing, or the account has as many
   * as it can.
   *
   * @param answer {@code RegistrationResponseJSON}, as the browser sent it
   */
  boolean add(AccountId account, String answer, String name, String browser) {
    var answered = PasskeyAnswers.registration(webAuthn, answer);
    if (answered.isEmpty()) {
      return false;
    }
    var made = answered.get();
    var challenge = RelyingParty.challenge(made.getCollectedClientData());
    return challenges.spend(challenge, purpose(account, browser))
        && isRight(made, challenge)
        && keep(account, made, name);
  }

  private boolean isRight(RegistrationData made, byte[] challenge) {
    try {
      webAuthn.verify(
          made, new RegistrationParameters(portal.expected(challenge), PARAMETERS, true, true));
      return true;
    } catch (WebAuthnException wrong) {
      return false;
    }
  }

  private boolean keep(AccountId account, RegistrationData made, String name) {
    var attested = made.getAttestationObject();
    var data = attested == null ? null : attested.getAuthenticatorData();
    var credential = data == null ? null : data.getAttestedCredentialData();
    return data != null
        && credential != null
        && passkeys.add(account, credential, data.getSignCount(), name);
  }

  private static String purpose(AccountId account, String browser) {
    return "make/" + account + "/" + browser;
  }
}
