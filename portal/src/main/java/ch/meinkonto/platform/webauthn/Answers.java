package ch.meinkonto.platform.webauthn;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.RegistrationData;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a browser says that a device answered; it can be anything. */
final class Answers {

  /** Several times as long as any that a device makes. */
  static final int LONGEST = 32 * 1024;

  private Answers() {}

  /** The answer of a device that made a key, not verified yet; empty when it is none. */
  static Optional<RegistrationData> registration(WebAuthnManager webAuthn, String answer) {
    return read(answer, webAuthn::parseRegistrationResponseJSON)
        .filter(made -> made.getCollectedClientData() != null);
  }

  /** The answer of a device that proves its owner, not verified yet; empty when it is none. */
  static Optional<AuthenticationData> authentication(WebAuthnManager webAuthn, String answer) {
    return read(answer, webAuthn::parseAuthenticationResponseJSON)
        .filter(given -> given.getCollectedClientData() != null && given.getCredentialId() != null);
  }

  /** The library has no one exception for what it cannot read; nothing else happens in there. */
  private static <T> Optional<T> read(String answer, Function<String, T> reader) {
    if (answer.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(reader.apply(answer));
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }
}
