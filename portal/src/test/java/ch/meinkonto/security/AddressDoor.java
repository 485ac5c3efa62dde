package ch.meinkonto.security;

import java.time.Duration;
import java.util.Map;

/** Where somebody who is not logged in may type an address. */
enum AddressDoor {
  LOGIN("/anmelden", 40, Duration.ofMinutes(31)),
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
      case FORGOTTEN_PASSWORD, RECOVERY -> Map.of("email", address);
    };
  }
}
