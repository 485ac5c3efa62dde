package ch.meinkonto.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.meinkonto.account.AccountId;
import ch.meinkonto.testing.LongTime;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where somebody who is not logged in may type an address. */
enum AddressDoor {
  LOGIN("/anmelden", 40, Duration.ofMinutes(31)),
  ACCESS("/anmelden/access", 4, Duration.ofMinutes(61)),
  REGISTRATION("/registrieren", 4, Duration.ofMinutes(61)),
  FORGOTTEN_PASSWORD("/passwort-vergessen", 4, Duration.ofMinutes(61)),
  RECOVERY("/konto-wiederherstellen", 4, Duration.ofMinutes(61));

  private final String path;
  private final int tries;
  private final Duration pause;

  AddressDoor(String path, int tries, Duration pause) {
    this.path = path;
    this.tries = tries;
    this.pause = pause;
  }

  String path() {
    return path;
  }

  /** How often an address may be typed there before one has to wait. */
  int tries() {
    return tries;
  }

  /** After how long it may be typed as often again. */
  Duration pause() {
    return pause;
  }

  /** Gives an account what it needs to be let in there. */
  void prepare(AccountId account) {
    if (this == ACCESS) {
      LongTime.bean(JdbcClient.class)
          .sql(
              """
              INSERT INTO access_phone
                (id, account_id, credential_id, credential, sign_count, name, confirmed, created_at)
              VALUES (:id, :account, :key, '', 0, '', true, now())
              """)
          .param("id", UUID.randomUUID())
          .param("account", account.value())
          .param("key", account.toString().getBytes(UTF_8))
          .update();
    }
  }

  Map<String, String> fields(String address) {
    return switch (this) {
      case LOGIN -> Map.of("email", address, "password", "kein velo nur nebel und regen");
      case REGISTRATION ->
          Map.of(
              "kind", "private",
              "given", "Maya",
              "family", "Frei",
              "email", address,
              "password", "kein velo nur nebel und regen");
      case ACCESS, FORGOTTEN_PASSWORD, RECOVERY -> Map.of("email", address);
    };
  }
}
