package ch.meinkonto.platform.webauthn;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Making a key on a device, and proving with it who its owner is (W3C Web Authentication, Level 3,
 * sections 7.1 and 7.2). The device keeps it and knows its owner; they unlock it each time; where
 * it comes from is not asked (no attestation).
 *
 * <p>Each ceremony has a purpose, a text that says for whom and for what. It is part of what is
 * signed: an answer is good for nothing else.
 */
@Component
public class Ceremonies {

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
  private final Challenges challenges;

  Ceremonies(WebAuthnManager webAuthn, RelyingParty portal, Challenges challenges) {
    this.webAuthn = webAuthn;
    this.portal = portal;
    this.challenges = challenges;
  }

  /**
   * For whom a key is made.
   *
   * @param handle how the device knows them; of two keys for one handle it keeps the newer
   * @param name what the device shows, such as an address
   * @param displayName what it shows besides
   */
  public record Owner(byte[] handle, String name, String displayName) {}

  /** A key that was made, to be stored. */
  public record MadeKey(AttestedCredentialData credential, long signCount) {}

  /** A handle that says nothing about its owner. */
  public byte[] handle(String kind, String owner) {
    return portal.handle(kind, owner);
  }

  /**
   * What a browser needs to make a key: {@code PublicKeyCredentialCreationOptionsJSON}.
   *
   * @param existing ids of keys; a device that has one of them makes none
   */
  public Map<String, Object> making(
      String purpose, Owner owner, String cityName, List<byte[]> existing) {
    return Map.of(
        "rp", Map.of("id", portal.id(), "name", cityName),
        "user",
            Map.of(
                "id", encoded(owner.handle()),
                "name", owner.name(),
                "displayName", owner.displayName()),
        "challenge", encoded(challenges.next(purpose)),
        "pubKeyCredParams",
            ALGORITHMS.stream()
                .map(one -> Map.of("type", "public-key", "alg", one.getValue()))
                .toList(),
        "timeout", Challenges.VALID.toMillis(),
        "attestation", "none",
        "authenticatorSelection",
            Map.of(
                "residentKey", "required",
                "requireResidentKey", true,
                "userVerification", "required"),
        "excludeCredentials", descriptors(existing));
  }

  /**
   * The key that was made; empty when the answer proves nothing.
   *
   * @param answer {@code RegistrationResponseJSON}, as the browser sent it
   */
  public Optional<MadeKey> made(String answer, String purpose) {
    return Answers.registration(webAuthn, answer)
        .flatMap(made -> {
          var challenge = RelyingParty.challenge(made.getCollectedClientData());
          return challenges.spend(challenge, purpose) && isRight(made, challenge)
              ? key(made)
              : Optional.empty();
        });
  }

  /**
   * What a browser needs to ask for a key: {@code PublicKeyCredentialRequestOptionsJSON}.
   *
   * @param allowed ids of keys; with none, any of this portal
   */
  public Map<String, Object> asking(String purpose, List<byte[]> allowed) {
    return Map.of(
        "rpId", portal.id(),
        "challenge", encoded(challenges.next(purpose)),
        "timeout", Challenges.VALID.toMillis(),
        "userVerification", "required",
        "allowCredentials", descriptors(allowed));
  }

  /**
   * The key that answered; empty when the answer proves nothing.
   *
   * @param answer {@code AuthenticationResponseJSON}, as the browser sent it
   */
  public <K extends Keys.Key> Optional<K> answered(String answer, String purpose, Keys<K> keys) {
    return Answers.authentication(webAuthn, answer)
        .flatMap(given -> {
          var challenge = RelyingParty.challenge(given.getCollectedClientData());
          return challenges.spend(challenge, purpose)
              ? keys.find(given.getCredentialId())
                  .filter(key -> proves(given, key, keys, challenge))
              : Optional.empty();
        });
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

  private static Optional<MadeKey> key(RegistrationData made) {
    var attested = made.getAttestationObject();
    var data = attested == null ? null : attested.getAuthenticatorData();
    var credential = data == null ? null : data.getAttestedCredentialData();
    return data == null || credential == null
        ? Optional.empty()
        : Optional.of(new MadeKey(credential, data.getSignCount()));
  }

  /**
   * What is stored, too, only changes when the count goes up: of two copies at once, one is
   * refused.
   */
  private <K extends Keys.Key> boolean proves(
      AuthenticationData given, K key, Keys<K> keys, byte[] challenge) {
    var handle = given.getUserHandle();
    if (handle == null || !MessageDigest.isEqual(handle, keys.handle(key))) {
      return false;
    }
    try {
      webAuthn.verify(
          given,
          new AuthenticationParameters(portal.expected(challenge), record(key), null, true, true));
    } catch (MaliciousCounterValueException copy) {
      keys.copied(key);
      return false;
    } catch (WebAuthnException wrong) {
      return false;
    }
    var data = given.getAuthenticatorData();
    return data != null && keys.used(key, data.getSignCount());
  }

  private static CredentialRecordImpl record(Keys.Key key) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        true,
        null,
        null,
        key.signCount(),
        key.credential(),
        null,
        null,
        null,
        Set.of());
  }

  private static List<Map<String, String>> descriptors(List<byte[]> ids) {
    return ids.stream().map(id -> Map.of("type", "public-key", "id", encoded(id))).toList();
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
