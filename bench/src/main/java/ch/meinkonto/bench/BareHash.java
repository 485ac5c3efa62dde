package ch.meinkonto.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;

/** Argon2id at OWASP's parameters and nothing around it: what a login costs at the very least. */
final class BareHash {

  static final String PASSWORD = "velo wolke tasse brunnen";

  private final Argon2Advanced argon2 = Argon2Factory.createAdvanced(Argon2Types.ARGON2id, 16, 32);
  private final String hash = argon2.hash(2, 19 * 1024, 1, PASSWORD.toCharArray(), UTF_8);

  /** The hash of the password, as the portal keeps it. */
  String encoded() {
    return hash;
  }

  void check() {
    if (!argon2.verify(hash, PASSWORD.toCharArray(), UTF_8)) {
      throw new IllegalStateException("The password does not fit its own hash");
    }
  }
}
