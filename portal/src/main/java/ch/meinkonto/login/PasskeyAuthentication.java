package ch.meinkonto.login;

import static ch.meinkonto.login.RelyingParty.encoded;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.login.OwnerNotices.Warning;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Proving oneself by a passkey (W3C Web Authentication, Level 3, section 7.2). */
@Component
class PasskeyAuthentication {

  private final WebAuthnManager webAuthn;
  private final RelyingParty portal;
  private final PasskeyChallenges challenges;
  private final Passkeys passkeys;
  private final OwnerNotices notices;

  PasskeyAuthentication(
      WebAuthnManager webAuthn,
      RelyingParty portal,
      PasskeyChallenges challenges,
      Passkeys passkeys,
      OwnerNotices notices) {
    this.webAuthn = webAuthn;
    this.portal = portal;
    this.challenges = challenges;
    this.passkeys = passkeys;
    this.notices = notices;
  }

  /**
   * What a browser needs to ask for any passkey: {@code PublicKeyCredentialRequestOptionsJSON}. The
   * same for everybody.
   *
   * @param browser its token; no other browser can answer
   */
  Map<String, Object> loginOptions(String browser) {
    return options(loggingIn(browser), List.of());
  }

  /** What a browser needs to ask for a passkey of this account. */
  Map<String, Object> confirmationOptions(AccountId account, String browser) {
    return options(confirming(account, browser), passkeys.descriptors(account));
  }

  /**
   * Whose passkey answered; empty when the answer proves nothing.
   *
   * @param answer {@code AuthenticationResponseJSON}, as the browser sent it
   */
  Optional<AccountId> login(String answer, String browser) {
    return proven(answer, loggingIn(browser)).map(Passkey::account);
  }

  /** Whether a passkey of this account answered. */
  boolean confirmation(AccountId account, String answer, String browser) {
    return proven(answer, confirming(account, browser))
        .filter(passkey -> passkey.account().equals(account))
        .isPresent();
  }

  private Map<String, Object> options(String purpose, List<Map<String, String>> allowed) {
    return Map.of(
        "rpId", portal.id(),
        "challenge", encoded(challenges.next(purpose)),
        "timeout", PasskeyChallenges.VALID.toMillis(),
        "userVerification", "required",
        "allowCredentials", allowed);
  }

  private Optional<Passkey> proven(String answer, String purpose) {
    return PasskeyAnswers.authentication(webAuthn, answer)
        .flatMap(given -> {
          var challenge = RelyingParty.challenge(given.getCollectedClientData());
          return challenges.spend(challenge, purpose)
              ? passkeys
                  .find(given.getCredentialId())
                  .filter(passkey -> proves(given, passkey, challenge))
              : Optional.empty();
        });
  }

  /**
   * The row, too, is only written when the count goes up: of two copies at once, one is refused.
   */
  private boolean proves(AuthenticationData given, Passkey passkey, byte[] challenge) {
    var handle = given.getUserHandle();
    if (handle == null || !MessageDigest.isEqual(handle, portal.handle(passkey.account()))) {
      return false;
    }
    try {
      webAuthn.verify(
          given,
          new AuthenticationParameters(
              portal.expected(challenge), record(passkey), null, true, true));
    } catch (MaliciousCounterValueException copy) {
      notices.warn(Warning.PASSKEY_COPIED, passkey.account(), passkey.id().toString());
      return false;
    } catch (WebAuthnException wrong) {
      return false;
    }
    var data = given.getAuthenticatorData();
    return data != null && passkeys.used(passkey, data.getSignCount());
  }

  private static CredentialRecordImpl record(Passkey passkey) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        true,
        null,
        null,
        passkey.signCount(),
        passkey.credential(),
        null,
        null,
        null,
        Set.of());
  }

  private static String loggingIn(String browser) {
    return "log-in/" + browser;
  }

  private static String confirming(AccountId account, String browser) {
    return "confirm/" + account + "/" + browser;
  }
}
