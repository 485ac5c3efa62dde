package ch.meinkonto.operations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody who runs the portal may do. */
public enum Role {
  /** Sees and does everything. */
  OPERATOR,
  /** Sees and does what concerns some units or some services, and confirms nothing. */
  SERVICE_OWNER,
  /** Sees everything, and changes nothing. */
  AUDITOR;

  /** How it is written in the database, in commands and in texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Role> of(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
