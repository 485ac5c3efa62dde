package ch.meinkonto.login;

import ch.meinkonto.account.Account;
import ch.meinkonto.account.AccountId;
import ch.meinkonto.platform.PortalSettings;
import ch.meinkonto.platform.crypto.LookupHash;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Making a passkey and proving oneself by one (W3C Web Authentication, Level 3, sections 7.1 and
 * 7.2). The passkey lies on the device and knows its account, so nobody types an address; it is
 * unlocked by its owner each time; where it comes from is not asked (no attestation).
 */
@Component
class PasskeyCeremonies {

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
  private final PasskeyChallenges challenges;
  private final Passkeys passkeys;
  private final LookupHash hash;
  private final Origin origin;
  private final String relyingParty;

  PasskeyCeremonies(
      ObjectConverter converter,
      PasskeyChallenges challenges,
      Passkeys passkeys,
      LookupHash hash,
      PortalSettings settings) {
    this.webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    this.challenges = challenges;
    this.passkeys = passkeys;
    this.hash = hash;
    this.origin = new Origin(settings.url("").toString());
    this.relyingParty = settings.url("").getHost();
  }

  /** What the browser needs to make a passkey: {@code PublicKeyCredentialCreationOptionsJSON}. */
  Map<String, Object> creation(Account account, String cityName) {
    return Map.of(
        "rp", Map.of("id", relyingParty, "name", cityName),
        "user",
            Map.of(
                "id", encoded(handle(account.id())),
                "name", account.email().value(),
                "displayName", account.name().full()),
        "challenge", encoded(challenges.next(making(account.id()))),
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
        "excludeCredentials",
            passkeys.credentialIds(account.id()).stream()
                .map(id -> Map.of("type", "public-key", "id", encoded(id)))
                .toList());
  }

  /** What the browser needs to ask for a passkey: {@code PublicKeyCredentialRequestOptionsJSON}. */
  Map<String, Object> request() {
    return Map.of(
        "rpId",
        relyingParty,
        "challenge",
        encoded(challenges.next("proof")),
        "timeout",
        PasskeyChallenges.VALID.toMillis(),
        "userVerification",
        "required");
  }

  /**
   * Keeps a passkey that was made; false when the answer proves nothing.
   *
   * @param answer {@code RegistrationResponseJSON}, as the browser sent it
   */
  boolean add(AccountId account, String answer, String name) {
    try {
      var made = webAuthn.parseRegistrationResponseJSON(answer);
      var challenge = challenge(made.getCollectedClientData());
      if (challenge == null || !challenges.spend(challenge, making(account))) {
        return false;
      }
      webAuthn.verify(
          made, new RegistrationParameters(expected(challenge), PARAMETERS, true, true));
      return keep(account, made, name);
    } catch (WebAuthnException | IllegalArgumentException wrong) {
      return false;
    }
  }

  /**
   * Whose passkey answered; empty when the answer proves nothing.
   *
   * @param answer {@code AuthenticationResponseJSON}, as the browser sent it
   */
  Optional<AccountId> prove(String answer) {
    try {
      var given = webAuthn.parseAuthenticationResponseJSON(answer);
      var challenge = challenge(given.getCollectedClientData());
      return challenge == null || !challenges.spend(challenge, "proof")
          ? Optional.empty()
          : passkeys
              .find(given.getCredentialId())
              .filter(passkey -> proves(given, passkey, challenge))
              .map(Passkey::account);
    } catch (WebAuthnException | IllegalArgumentException wrong) {
      return Optional.empty();
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

  /** A count that does not go up, as that of a copy, is refused by the library, and by the row. */
  private boolean proves(AuthenticationData given, Passkey passkey, byte[] challenge) {
    var handle = given.getUserHandle();
    if (handle != null && !MessageDigest.isEqual(handle, handle(passkey.account()))) {
      return false;
    }
    var record =
        new CredentialRecordImpl(
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
    webAuthn.verify(
        given, new AuthenticationParameters(expected(challenge), record, null, true, true));
    var data = given.getAuthenticatorData();
    return data != null && passkeys.used(passkey, data.getSignCount());
  }

  private ServerProperty expected(byte[] challenge) {
    return ServerProperty.builder()
        .origin(origin)
        .rpId(relyingParty)
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private static byte @Nullable [] challenge(@Nullable CollectedClientData client) {
    return client == null ? null : client.getChallenge().getValue();
  }

  /** How devices know the account; says nothing about it. */
  private byte[] handle(AccountId account) {
    return hash.of("passkey-user", account.toString());
  }

  private static String making(AccountId account) {
    return "making/" + account;
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
